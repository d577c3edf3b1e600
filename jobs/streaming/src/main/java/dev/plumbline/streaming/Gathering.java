package dev.plumbline.streaming;

import org.apache.flink.util.OutputTag;

/**
 * A function that gathers what many events of a moment have in common and gives it on as one
 * record, before time passes on. What is gathered lives between two watermarks only: no checkpoint
 * ever finds any.
 */
public interface Gathering {

    /** Gives on, and forgets, what has been gathered. */
    void release(Outlet outlet);

    /** Where it goes. */
    interface Outlet {
        <X> void put(OutputTag<X> tag, X value);
    }
}

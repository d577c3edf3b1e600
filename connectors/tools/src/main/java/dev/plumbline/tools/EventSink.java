package dev.plumbline.tools;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;

/** Where converters put what they find, one by one, so that no converter has to hold its result. */
public interface EventSink {
    /** Takes an event; the object is not used again by the converter. */
    void event(WorkEvent event);

    /** Takes a row, element or commit that is no event, with the reason and the place. */
    void rejected(RejectedEvent rejected);
}

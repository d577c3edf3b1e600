package dev.plumbline.connectors.postgres;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * The store refuses, and would again: no such table, another password, a value it cannot take. A
 * restart does not help, so Flink ends the job, whatever its restart strategy, with this reason.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StoreRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    StoreRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

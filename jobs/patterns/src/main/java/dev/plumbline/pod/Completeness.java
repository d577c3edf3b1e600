package dev.plumbline.pod;

import java.time.Instant;

/** How much of what there was to hear was heard. */
@FunctionalInterface
public interface Completeness {

    /** All sources are taken as heard. */
    Completeness ALL_HEARD = (pod, from, until, evidence) -> 1.0;

    /**
     * Share of the sources of the pod that were heard in [from, until), 0 to 1.
     *
     * @param evidence those that only bring evidence of its work count too
     */
    double of(String pod, Instant from, Instant until, boolean evidence);
}

package dev.plumbline.pod;

import java.time.Instant;

/**
 * A production deployment that failed and is not restored.
 *
 * @param since when it ended, or, where that is not known, when the failure was seen
 * @param byIncident an incident names it: a later deployment does not restore it
 */
public record FailedDeployment(String target, Instant since, boolean byIncident) {

    FailedDeployment named() {
        return new FailedDeployment(target, since, true);
    }
}

package dev.plumbline.pod;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A plan and the pods that have to do with it. Forgotten when it is closed, or nothing was heard of
 * it for long.
 *
 * @param startedAt null while it has not started
 * @param pods the pod that owns its container, and those whose items were put into it, sorted
 */
public record PlanPods(Instant startedAt, List<String> pods) {

    /** Nothing is known of it. */
    public static final PlanPods NONE = new PlanPods(null, List.of());

    PlanPods started(Instant at) {
        return new PlanPods(at, pods);
    }

    boolean has(String pod) {
        return Collections.binarySearch(pods, pod) >= 0;
    }

    PlanPods with(String pod) {
        int position = Collections.binarySearch(pods, pod);
        if (position >= 0) {
            return this;
        }
        List<String> more = new ArrayList<>(pods);
        more.add(-position - 1, pod);
        return new PlanPods(startedAt, more);
    }
}

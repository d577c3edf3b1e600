package dev.plumbline.item;

import dev.plumbline.flow.Progress;
import dev.plumbline.flow.ProgressStep;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.StateCategory;
import java.time.Instant;
import java.util.Objects;

/**
 * Where an item is counted: in which pod, under which kind of owner.
 *
 * @param since of one in progress when it started, when it was first seen in progress where the
 *     start was not seen; of one that is done since when
 */
public record Placement(String pod, ActorKind ownerKind, String owner, Instant since) {

    Placement since(Instant start) {
        return new Placement(pod, ownerKind, owner, start);
    }

    /**
     * Where it counts as in progress; null where it does not.
     *
     * @param before null where it did not
     * @param here where it is now
     */
    static Placement inProgress(Placement before, Progress progress, Placement here) {
        if (!progress.inProgress()) {
            return null;
        }
        if (progress.firstActiveAt() != null) {
            return here.since(progress.firstActiveAt());
        }
        return before == null ? here : here.since(before.since());
    }

    /** Where its done counts; null while it is not done. The rest as above. */
    static Placement done(Placement before, ProgressStep step, Placement here) {
        if (step.finishedAs() == StateCategory.DONE) {
            return here;
        }
        return step.progress().isFinished() ? before : null;
    }

    static boolean same(Placement one, Placement other) {
        return Objects.equals(one, other);
    }
}

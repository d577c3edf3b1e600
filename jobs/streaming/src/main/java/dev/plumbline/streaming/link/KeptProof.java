package dev.plumbline.streaming.link;

import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.verification.MergeCheck;
import dev.plumbline.work.Result;
import dev.plumbline.work.Verdict;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which proof is kept where there is more than can be. What is worth least goes first, and of that
 * the oldest: a run that says nothing or that a later one of its pipeline replaced, a review that
 * does not approve, a run that passed, one that failed. Approvals, deployments and what became of
 * the object itself go only where there is nothing else, its opening and its merge last.
 */
final class KeptProof {

    private static final int REPLACED = 0;
    private static final int COMMENT = 1;
    private static final int PASSED = 2;
    private static final int FAILED = 3;
    private static final int APPROVAL = 4;
    private static final int LIFE = 5;
    private static final int OPENED_OR_MERGED = 6;

    private KeptProof() {}

    /** With one more, {@code most} in all. */
    static List<RoutedEvent> with(List<RoutedEvent> kept, RoutedEvent proof, int most) {
        List<RoutedEvent> all = new ArrayList<>(kept);
        all.add(proof);
        if (all.size() > most) {
            all.remove(
                    all.stream()
                            .min(Comparator.comparingInt(one -> worth(one, all)))
                            .orElseThrow());
        }
        return all;
    }

    private static int worth(RoutedEvent proof, List<RoutedEvent> all) {
        WorkEvent event = proof.event();
        return switch (event.type()) {
            case CI_FINISHED, TEST_FINISHED -> {
                boolean replaced = all.stream().anyMatch(other -> replaces(other, proof));
                if (replaced || !isTold(event)) {
                    yield REPLACED;
                }
                yield event.result() == Result.FAILURE ? FAILED : PASSED;
            }
            case CHANGE_REVIEWED -> event.verdict() == Verdict.APPROVED ? APPROVAL : COMMENT;
            case DEPLOY_FINISHED, DEPLOY_ROLLED_BACK -> APPROVAL;
            case CHANGE_OPENED, CHANGE_MERGED -> OPENED_OR_MERGED;
            default -> LIFE;
        };
    }

    /** A later run of the same pipeline that came the same way. */
    private static boolean replaces(RoutedEvent other, RoutedEvent proof) {
        WorkEvent later = other.event();
        WorkEvent event = proof.event();
        return later.type() == event.type()
                && later.occurredAt().isAfter(event.occurredAt())
                && isTold(later)
                && Objects.equals(other.via(), proof.via())
                && MergeCheck.pipelineOf(later.objectId())
                        .equals(MergeCheck.pipelineOf(event.objectId()));
    }

    private static boolean isTold(WorkEvent run) {
        return run.result() == Result.SUCCESS || run.result() == Result.FAILURE;
    }
}

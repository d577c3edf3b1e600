package dev.plumbline.verification;

import dev.plumbline.work.Result;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * The latest result of a pipeline on the merge commits of the item's changes.
 *
 * @param pipeline the name all its runs share
 */
public record MergeCheck(String pipeline, boolean red, Instant at, long sequence, String event) {

    static final Comparator<MergeCheck> LATER =
            Comparator.comparing(MergeCheck::at)
                    .thenComparingLong(MergeCheck::sequence)
                    .thenComparing(MergeCheck::event);

    /** The result in that event; null where it is no check, or it neither passed nor failed. */
    static MergeCheck in(WorkEvent event) {
        boolean check =
                switch (event.type()) {
                    case CI_FINISHED, TEST_FINISHED -> true;
                    default -> false;
                };
        boolean red = event.result() == Result.FAILURE;
        if (!check || (!red && event.result() != Result.SUCCESS)) {
            return null;
        }
        return new MergeCheck(
                pipelineOf(event.objectId()),
                red,
                event.occurredAt(),
                event.sequence(),
                event.id());
    }

    /** The id of a run without its number: no last parts, between separators, with a digit. */
    public static String pipelineOf(String run) {
        String name = run;
        while (true) {
            int start = name.length();
            while (start > 0 && "/#:@-_.".indexOf(name.charAt(start - 1)) < 0) {
                start--;
            }
            boolean numbered = name.substring(start).chars().anyMatch(Character::isDigit);
            if (!numbered) {
                return name;
            }
            name = name.substring(0, Math.max(0, start - 1));
        }
    }
}

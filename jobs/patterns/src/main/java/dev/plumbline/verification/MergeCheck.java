package dev.plumbline.verification;

import dev.plumbline.work.Result;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The latest result of a pipeline on the merge commits of the item's changes.
 *
 * @param pipeline the name all its runs share; of a run that names none its own id
 */
public record MergeCheck(String pipeline, boolean red, Instant at, long sequence, String event) {

    private static final String SEPARATORS = "/#:@-_.";

    /** What tools call any run of any pipeline. */
    private static final Set<String> NO_NAMES =
            Set.of(
                    "run",
                    "runs",
                    "job",
                    "jobs",
                    "builds",
                    "pipeline",
                    "pipelines",
                    "workflow",
                    "workflows",
                    "results",
                    "suites",
                    "checks");

    private static final Pattern ATTEMPT = Pattern.compile("[/#:@_.-]attempts?[/#:@_.-]\\d+$");

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

    /**
     * The id of a run without its number, where a name is left that may be its pipeline's; else the
     * id, so that the run stands for itself and only a re-run of it replaces it.
     */
    public static String pipelineOf(String run) {
        String itself = ATTEMPT.matcher(run).replaceFirst("");
        String name = withoutNumber(itself);
        int last = startOfLastPart(name);
        boolean ofTool = name.length() < itself.length() && itself.charAt(name.length()) == ':';
        boolean named =
                last < name.length()
                        && !ofTool
                        && !NO_NAMES.contains(name.substring(last).toLowerCase(Locale.ROOT));
        return named ? name : itself;
    }

    /** Without the last parts, between separators, that have a digit. */
    private static String withoutNumber(String run) {
        String name = run;
        while (true) {
            int start = startOfLastPart(name);
            boolean numbered = name.substring(start).chars().anyMatch(Character::isDigit);
            if (!numbered) {
                return name;
            }
            name = name.substring(0, Math.max(0, start - 1));
        }
    }

    private static int startOfLastPart(String name) {
        int start = name.length();
        while (start > 0 && SEPARATORS.indexOf(name.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }
}

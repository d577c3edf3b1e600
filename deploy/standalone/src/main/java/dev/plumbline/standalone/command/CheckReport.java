package dev.plumbline.standalone.command;

import dev.plumbline.schema.RejectedEvent;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The summary that {@code check} prints. */
final class CheckReport {
    private static final int CONTAINERS_SHOWN = 10;
    private static final int STATES_SHOWN = 50;

    private final PrintWriter out;

    CheckReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints the whole report.
     *
     * @param rejections the first rejected lines
     * @param rejected how many there are in all
     */
    void print(
            EventSummary summary,
            List<RejectedEvent> rejections,
            long rejected,
            boolean directory) {
        fact("events", number(summary.events()));
        if (summary.events() > 0) {
            fact("from", summary.first().toString());
            fact("to", summary.last().toString());
            fact("organisations", number(summary.organisations()));
        }
        fact("out of order", disorder(summary));
        fact("rejected", number(rejected));
        rejections.forEach(
                line ->
                        out.printf(
                                "  %s line %d: %s%n",
                                line.getOrigin(), line.getPosition(), line.getReason()));
        if (rejected > rejections.size()) {
            out.printf("  ... and %s more%n", number(rejected - rejections.size()));
        }
        table("events by type", summary.eventsByType());
        table("objects by type", summary.objectsByType());
        table("accounts by kind", summary.accountsByKind());
        containers(summary, directory);
        unknownStates(summary.eventsByUnknownState());
    }

    private void unknownStates(SortedMap<String, Long> states) {
        if (states.isEmpty()) {
            return;
        }
        out.println("states without a meaning (give them one under states: in the directory)");
        largest(states, STATES_SHOWN);
        if (states.size() > STATES_SHOWN) {
            out.printf("  ... and %s more%n", number(states.size() - STATES_SHOWN));
        }
    }

    private void containers(EventSummary summary, boolean directory) {
        if (summary.events() == 0) {
            return;
        }
        Map<String, Long> containers = summary.eventsByContainer();
        out.printf("events by container (%s in all)%n", number(containers.size()));
        largest(containers, CONTAINERS_SHOWN);
        if (directory) {
            fact("without a pod", number(summary.containersWithoutPod()) + " containers");
        }
    }

    private void largest(Map<String, Long> counts, int shown) {
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(shown)
                .forEach(entry -> line(entry.getKey(), entry.getValue()));
    }

    private static String disorder(EventSummary summary) {
        return summary.disordered() == 0
                ? "0"
                : number(summary.disordered())
                        + ", at most "
                        + words(summary.deepestDisorder())
                        + " late";
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    private void table(String title, SortedMap<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        out.println(title);
        counts.forEach(this::line);
    }

    private void fact(String name, String value) {
        out.printf("%-15s %s%n", name, value);
    }

    private void line(String name, long count) {
        out.printf("  %-32s %12s%n", name, number(count));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

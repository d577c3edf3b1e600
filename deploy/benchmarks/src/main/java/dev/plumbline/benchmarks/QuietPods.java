package dev.plumbline.benchmarks;

import dev.plumbline.drift.DriftLevel;
import dev.plumbline.time.WorkCalendar;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the whole rule says where nothing happens, or nothing is heard. Every scenario has the same
 * pods with the same items, so that what it adds can be told from ordinary false alarms.
 */
final class QuietPods {

    private static final int PODS = 200;
    private static final int HISTORY_WEEKS = 20;
    private static final int WEEKS = 4;
    private static final Instant START = Instant.parse("2024-01-01T09:00:00Z");
    private static final WorkCalendar STANDARD = WorkCalendar.standard(ZoneOffset.UTC);

    private final Page page =
            new Page("quiet")
                    .heading(
                            "200 pods",
                            "signals during it",
                            "watches during it",
                            "signals in the four weeks after",
                            "watches in the four weeks after",
                            "pods with a signal that they do not have otherwise");

    /** What was told of one scenario: the pod, and whether a row came in the month or after it. */
    private record Opened(int pod, DriftLevel level, boolean during, boolean onWeekend) {}

    private Set<Integer> ordinary = Set.of();

    void run() throws IOException {
        WorkCalendar holidays = monthOff();
        List<Opened> usual = opened(STANDARD, STANDARD, pod -> pod.passWeeks(WEEKS));
        ordinary = signalled(usual);
        row("an ordinary month", usual);
        row("its Saturdays and Sundays", usual.stream().filter(Opened::onWeekend).toList());
        row("a month of holidays", opened(holidays, holidays, pod -> pod.passWeeks(WEEKS)));
        row("a month in which work runs out", opened(STANDARD, STANDARD, QuietPods::runOut));
        row(
                "the month after that, without any event",
                opened(STANDARD, STANDARD, QuietPods::runOut, pod -> pod.passWeeks(WEEKS)));
        row(
                "a source outage of four weeks, known",
                opened(STANDARD, STANDARD, pod -> pod.passSilentWeeks(WEEKS)));
        row(
                "for comparison: holidays that the calendar does not know",
                opened(holidays, STANDARD, pod -> pod.passWeeks(WEEKS)));
        row(
                "for comparison: an outage that nobody knows of",
                opened(STANDARD, STANDARD, pod -> pod.passWeeksBlindly(WEEKS)));
        page.publish();
    }

    private static void runOut(QuietPod pod) {
        pod.runsOutOfWork();
        pod.passWeeks(WEEKS);
    }

    private void row(String label, List<Opened> opened) {
        Set<Integer> added = new HashSet<>(signalled(opened));
        added.removeAll(ordinary);
        page.row(
                List.of(
                        label,
                        count(opened, row -> row.during && row.level == DriftLevel.SIGNAL),
                        count(opened, row -> row.during && row.level == DriftLevel.WATCH),
                        count(opened, row -> !row.during && row.level == DriftLevel.SIGNAL),
                        count(opened, row -> !row.during && row.level == DriftLevel.WATCH),
                        String.valueOf(added.size())));
    }

    private static Set<Integer> signalled(List<Opened> opened) {
        Set<Integer> pods = new HashSet<>();
        opened.stream()
                .filter(row -> row.level == DriftLevel.SIGNAL)
                .forEach(row -> pods.add(row.pod));
        return pods;
    }

    private static String count(List<Opened> rows, Predicate<Opened> counted) {
        return String.valueOf(rows.stream().filter(counted).count());
    }

    /** Watches and signals as they were first told, from the beginning of the month on. */
    private static List<Opened> opened(
            WorkCalendar life, WorkCalendar known, Consumer<QuietPod> month) {
        return opened(life, known, pod -> {}, month);
    }

    private static List<Opened> opened(
            WorkCalendar life,
            WorkCalendar known,
            Consumer<QuietPod> before,
            Consumer<QuietPod> month) {
        List<Opened> opened = new ArrayList<>();
        for (int one = 0; one < PODS; one++) {
            QuietPod pod = new QuietPod(START, life, known, ItemSeries.test(300, one));
            pod.passWeeks(HISTORY_WEEKS);
            before.accept(pod);
            Instant from = pod.now();
            month.accept(pod);
            Instant until = pod.now();
            pod.passWeeks(WEEKS);
            Set<String> seen = new HashSet<>();
            for (QuietPod.Told told : pod.told()) {
                boolean isFirst = seen.add(told.row().id() + told.row().level());
                if (isFirst && told.at().isAfter(from)) {
                    boolean during = told.at().isBefore(until);
                    DayOfWeek day = told.at().atOffset(ZoneOffset.UTC).getDayOfWeek();
                    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
                    opened.add(new Opened(one, told.row().level(), during, weekend));
                }
            }
        }
        return opened;
    }

    /** Nobody works in the four weeks after the history. */
    private static WorkCalendar monthOff() {
        Set<LocalDate> holidays = new HashSet<>();
        LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC).plusWeeks(HISTORY_WEEKS);
        for (int day = 0; day < WEEKS * 7; day++) {
            holidays.add(first.plusDays(day));
        }
        return new WorkCalendar(
                ZoneOffset.UTC,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                holidays);
    }
}

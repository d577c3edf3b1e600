package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTimesTest {

    private static final FalseAlarmBudget BUDGET = new FalseAlarmBudget(0.5, 4);
    private static final int OPEN_ITEMS = 20;
    private static final int DAYS = 28;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void itemsThatStayOpenOverAMonthOfHolidaysRaiseNothing(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(BUDGET, seed).completes(130, 1);
        WorkCalendar holidays = monthOffAfter(pod.now());
        assertThat(rows(pod, holidays)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSameMonthIsAStopWhereTheCalendarHasNoHolidays(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(BUDGET, seed).completes(130, 1);
        assertThat(rows(pod, DriftingPod.CALENDAR))
                .anyMatch(
                        row ->
                                row.level() == DriftLevel.SIGNAL
                                        && row.detector() == Detector.SURVIVAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aKnownOutageOfAMonthRaisesNothingAtTheFirstTickAfterIt(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(BUDGET, seed).completes(130, 1);
        // What was not heard of is not counted as waiting: told is the age at the outage's end.
        assertThat(tickAfterOutage(pod, true).told()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anOutageThatNobodyKnowsOfIsAStop(long seed) {
        DriftingPod pod = DriftingPod.ofDurations(BUDGET, seed).completes(130, 1);
        DriftSignal row = tickAfterOutage(pod, false).told();
        assertThat(row.level()).isEqualTo(DriftLevel.SIGNAL);
        assertThat(row.detector()).isEqualTo(Detector.SURVIVAL);
    }

    /** Twenty items are begun and nothing is completed; a tick each hour, day and night. */
    private static List<DriftSignal> rows(DriftingPod pod, WorkCalendar calendar) {
        DriftRule rule = rule(calendar);
        DriftState state = pod.state();
        List<DriftSignal> rows = new ArrayList<>();
        Instant begun = pod.now();
        for (int hour = 1; hour <= 24 * DAYS; hour++) {
            Instant before = begun.plus(Duration.ofHours(hour - 1));
            Instant now = begun.plus(Duration.ofHours(hour));
            float told = hour == 1 ? Float.NEGATIVE_INFINITY : age(calendar, begun, before);
            DriftStep step = rule.tick(state, now, open(told, age(calendar, begun, now)));
            state = step.state();
            if (step.told() != null) {
                rows.add(step.told());
            }
        }
        return rows;
    }

    private static DriftStep tickAfterOutage(DriftingPod pod, boolean isKnown) {
        Instant begun = pod.now();
        Instant end = begun.plus(Duration.ofDays(DAYS));
        Instant now = end.plus(Duration.ofHours(1));
        Instant heard = isKnown ? end : begun.plus(Duration.ofHours(1));
        float told = age(DriftingPod.CALENDAR, begun, heard);
        float age = age(DriftingPod.CALENDAR, begun, now);
        return rule(DriftingPod.CALENDAR).tick(pod.state(), now, open(told, age));
    }

    private static DriftRule rule(WorkCalendar calendar) {
        return new DriftRule(Pattern.ofDurations("handoff_latency", "all"), BUDGET, calendar);
    }

    private static List<OpenEpisode> open(float told, float age) {
        List<OpenEpisode> open = new ArrayList<>();
        for (int item = 0; item < OPEN_ITEMS; item++) {
            open.add(new OpenEpisode("open " + item, told, age));
        }
        return open;
    }

    private static float age(WorkCalendar calendar, Instant from, Instant to) {
        return (float) Episode.scale(calendar.workingMillis(from, to));
    }

    /** That day too. */
    private static WorkCalendar monthOffAfter(Instant instant) {
        LocalDate first = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        Set<LocalDate> holidays = new HashSet<>();
        for (int day = 0; day <= DAYS; day++) {
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

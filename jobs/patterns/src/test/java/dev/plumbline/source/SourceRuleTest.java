package dev.plumbline.source;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Monday to Friday 09:00 to 17:00 UTC; the source is jira:PAY. */
class SourceRuleTest {

    private static final Duration FORGET_AFTER = Duration.ofDays(100);
    private static final List<String> WORKING_DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri");

    private final SourceRule rule =
            new SourceRule(WorkCalendar.standard(ZoneOffset.UTC), FORGET_AFTER);
    private final List<SilentSource> silences = new ArrayList<>();
    private SourceHistory history = nothingKnown();
    private boolean forgotten;

    private SourceHistory nothingKnown() {
        return rule.start(SourceBeat.of("acme", "jira", "jira:PAY", Instant.EPOCH));
    }

    /** Heard at that pace from one moment to another, both included. */
    private static List<Instant> every(int minutes, String from, String to) {
        List<Instant> heard = new ArrayList<>();
        for (Instant minute = at(from);
                !minute.isAfter(at(to));
                minute = minute.plus(Duration.ofMinutes(minutes))) {
            heard.add(minute);
        }
        return heard;
    }

    private void hear(List<Instant> minutes) {
        step(minutes, minutes.get(minutes.size() - 1));
    }

    private void clockReaches(String moment) {
        step(List.of(), at(moment));
    }

    private void step(List<Instant> minutes, Instant now) {
        SourceStep step = rule.advance(history, minutes, now);
        history = step.history();
        forgotten = step.forgotten();
        silences.addAll(step.silences());
    }

    /** 09:00, 09:20 ... 16:40: from the last to 09:00 of the next day are 20 working minutes. */
    private void hearAWorkingWeekEveryTwentyMinutes() {
        for (String day : WORKING_DAYS) {
            hear(every(20, day + " 09:00", day + " 16:40"));
        }
    }

    @Test
    void aConnectorThatGoesBlindOnTuesdayAtTenIsFoundAtEleven() {
        hearAWorkingWeekEveryTwentyMinutes();
        hear(every(20, "Mon+1 09:00", "Mon+1 16:40"));
        hear(every(20, "Tue+1 09:00", "Tue+1 10:00"));

        clockReaches("Tue+1 10:59");
        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        assertThat(silences).isEmpty();
        assertThat(rule.lookAt(history)).isEqualTo(at("Tue+1 11:00"));

        clockReaches("Tue+1 11:00");
        assertThat(history.state()).isEqualTo(SourceState.SILENT);
        assertThat(silences)
                .containsExactly(
                        new SilentSource(
                                "acme",
                                "jira",
                                "jira:PAY",
                                at("Tue+1 10:00"),
                                at("Tue+1 11:00"),
                                null,
                                SilenceOutcome.OPEN,
                                GapClock.WORKING,
                                3_600));
    }

    /** Friday 16:40 to 17:00 are 20 working minutes; 40 more are over on Monday at 09:40. */
    @Test
    void theWeekendOfASourceOfWorkingDaysIsNoSilence() {
        hearAWorkingWeekEveryTwentyMinutes();

        clockReaches("Mon+1 09:39");
        assertThat(history.state()).isEqualTo(SourceState.HEARD);

        clockReaches("Mon+1 09:40");
        assertThat(silences)
                .extracting(SilentSource::since, SilentSource::detectedAt)
                .containsExactly(tuple(at("Fri 16:40"), at("Mon+1 09:40")));
    }

    /** A heartbeat every half hour: 80 of 336 minutes in working time, so elapsed; 3 x 30 min. */
    @Test
    void aSourceThatIsHeardDayAndNightIsSilentAtTheWeekendToo() {
        hear(every(30, "Mon 00:00", "Sat 06:00"));

        clockReaches("Sat 07:29");
        assertThat(silences).isEmpty();
        clockReaches("Sat 07:30");
        assertThat(silences)
                .extracting(SilentSource::detectedAt, SilentSource::clock)
                .containsExactly(tuple(at("Sat 07:30"), GapClock.ELAPSED));
    }

    /**
     * 181 minutes on each of five mornings are 900 gaps of 1 min and 4 of 300 working min (12:00 to
     * 17:00): of 904 nine may be longer, so that 1 min is expected three times over, and an hour.
     */
    @Test
    void noSilenceIsShorterThanAnHour() {
        for (String day : WORKING_DAYS) {
            hear(every(1, day + " 09:00", day + " 12:00"));
        }

        clockReaches("Fri 12:59");
        assertThat(silences).isEmpty();
        clockReaches("Fri 13:00");
        assertThat(silences).hasSize(1);
    }

    /** 09:00, 10:20 ... 15:40 are six minutes a day: 30 in five days, which are 29 gaps. */
    @Test
    void beforeThirtyGapsNothingIsExpected() {
        hearAWorkingWeekEveryEightyMinutes();
        assertThat(history.state()).isEqualTo(SourceState.LEARNING);
        clockReaches("Fri+3 17:00");
        assertThat(silences).isEmpty();

        history = nothingKnown();
        hearAWorkingWeekEveryEightyMinutes();
        hear(List.of(at("Fri 16:30")));
        assertThat(history.state()).isEqualTo(SourceState.HEARD);
    }

    private void hearAWorkingWeekEveryEightyMinutes() {
        for (String day : WORKING_DAYS) {
            hear(every(80, day + " 09:00", day + " 15:40"));
        }
    }

    /**
     * 30 gaps of 2 min on Monday morning, then one minute a day. On Friday there are four longer
     * gaps, the longest of 480 working min: it lies in the bucket of 480 to 487. 3 x 487 = 1,461
     * min are three working days and 21 min.
     */
    @Test
    void aBusyHourSaysNothingOfTheAfternoonAfterIt() {
        hear(every(2, "Mon 09:00", "Mon 10:00"));
        assertThat(history.weeks().gaps()).isEqualTo(30);
        clockReaches("Mon 17:00");
        for (String day : List.of("Tue", "Wed", "Thu")) {
            hear(List.of(at(day + " 09:00")));
            clockReaches(day + " 17:00");
        }
        assertThat(silences).isEmpty();
        assertThat(SourceHealth.of(history, at("Thu 17:00")))
                .extracting(SourceHealth::state, SourceHealth::expectedGapSeconds)
                .containsExactly(SourceState.LEARNING, null);

        hear(List.of(at("Fri 09:00")));
        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        clockReaches("Wed+1 09:20");
        assertThat(silences).isEmpty();
        clockReaches("Wed+1 09:21");
        assertThat(silences)
                .extracting(SilentSource::detectedAt, SilentSource::expectedGapSeconds)
                .containsExactly(tuple(at("Wed+1 09:21"), 1_461 * 60L));
    }

    /**
     * Monday 23:00 to Tuesday 01:00 in UTC is Monday evening in New York, Saturday 02:00 Friday.
     */
    @Test
    void daysAreThoseOfTheOrganisation() {
        SourceRule newYork =
                new SourceRule(WorkCalendar.standard(ZoneId.of("America/New_York")), FORGET_AFTER);
        List<Instant> minutes = every(2, "Mon 23:00", "Tue 01:00");
        for (String moment : List.of("Wed 15:00", "Thu 15:00", "Fri 15:00", "Sat 02:00")) {
            minutes.add(at(moment));
        }
        SourceHistory fourDays = newYork.advance(history, minutes, at("Sat 02:00")).history();
        assertThat(fourDays.weeks().days()).isEqualTo(4);
        assertThat(fourDays.state()).isEqualTo(SourceState.LEARNING);

        List<Instant> saturday = List.of(at("Sat 15:00"));
        assertThat(newYork.advance(fourDays, saturday, at("Sat 15:00")).history().state())
                .isEqualTo(SourceState.HEARD);
    }

    @Test
    void theNextEventEndsASilence() {
        hear(every(20, "Mon 00:00", "Fri 13:20"));
        clockReaches("Fri 14:20");
        hear(List.of(at("Fri 23:20")));

        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        assertThat(silences)
                .extracting(SilentSource::id, SilentSource::endedAt, SilentSource::outcome)
                .containsExactly(
                        tuple(
                                "source_silence:jira/jira:PAY@2026-03-06T13:20:00Z",
                                null,
                                SilenceOutcome.OPEN),
                        tuple(
                                "source_silence:jira/jira:PAY@2026-03-06T13:20:00Z",
                                at("Fri 23:20"),
                                SilenceOutcome.HEARD));
    }

    /**
     * 54 gaps of 2 h are expected to be 3 x 121 = 363 min at most; then one of 600 min, of which so
     * many were expected. Of 55 gaps the 99th percentile is the longest: 363 lies in the bucket of
     * 360 to 367, so on Saturday 3 x 367 = 1,101 min are expected, and not 3 x 607.
     */
    @Test
    void anOutageTeachesNoMoreThanWhatWasExpected() {
        hear(every(120, "Mon 00:00", "Fri 12:00"));
        hear(List.of(at("Fri 22:00")));
        assertThat(silences.get(0).detectedAt()).isEqualTo(at("Fri 18:03"));
        hear(List.of(at("Sat 00:00")));

        clockReaches("Sat 18:20");
        assertThat(silences).hasSize(2);
        clockReaches("Sat 18:21");
        assertThat(silences).hasSize(3);
        assertThat(silences.get(2).expectedGapSeconds()).isEqualTo(1_101 * 60);
    }

    /**
     * Every hour, but for four hours in the night to Wednesday: 31 + 1 + 68 gaps. Of 100 gaps the
     * 99th percentile is the second longest, so that on Saturday 3 x 60 min are expected.
     */
    @Test
    void oneLongGapInAHundredDoesNotCount() {
        hear(every(60, "Mon 16:00", "Tue 23:00"));
        hear(every(60, "Wed 03:00", "Fri 23:00"));
        assertThat(history.weeks().gaps()).isEqualTo(100);
        hear(List.of(at("Sat 00:00")));

        clockReaches("Sat 02:59");
        assertThat(silences).isEmpty();
        clockReaches("Sat 03:00");
        assertThat(silences).hasSize(1);
    }

    /**
     * Every 70 minutes instead of every 10 is a silence each time for a day (at 01:10 on Saturday,
     * 20 more times until 00:30 on Sunday), and then the rhythm. 70 lies in the bucket of 70 and
     * 71, so that 213 minutes are expected; from 22:50 until 02:23.
     */
    @Test
    void aRhythmThatBecameSlowerIsLearned() {
        hear(every(10, "Mon 00:00", "Sat 00:00"));
        hear(every(70, "Sat 01:10", "Sun+2 23:50"));
        int until = 2 * 21;
        assertThat(silences).hasSize(until);

        hear(every(70, "Mon+3 01:00", "Fri+3 23:10"));
        assertThat(silences).hasSize(until);
        clockReaches("Sat+3 02:22");
        assertThat(silences).hasSize(until);
        clockReaches("Sat+3 02:23");
        assertThat(silences).hasSize(until + 1);
    }

    @Test
    void aSourceSilentForLongIsForgotten() {
        hear(every(10, "Mon 00:00", "Fri 12:00"));
        clockReaches("Fri 13:00");
        assertThat(rule.lookAt(history)).isEqualTo(at("Fri 12:00").plus(FORGET_AFTER));
        assertThat(forgotten).isFalse();

        step(List.of(), at("Fri 12:00").plus(FORGET_AFTER));

        assertThat(forgotten).isTrue();
        assertThat(silences.get(1).outcome()).isEqualTo(SilenceOutcome.FORGOTTEN);
        assertThat(silences.get(1).endedAt()).isEqualTo(at("Fri 12:00").plus(FORGET_AFTER));
    }

    /** Whether the clock came by when the source fell silent, or jumped over it. */
    @Test
    void theLastRowOfAForgottenSourceSaysSinceWhenItIsSilent() {
        Instant end = at("Fri 12:00").plus(FORGET_AFTER);
        for (boolean atOnce : List.of(true, false)) {
            history = nothingKnown();
            hear(every(10, "Mon 00:00", "Fri 12:00"));
            if (!atOnce) {
                clockReaches("Fri 13:00");
            }
            step(List.of(), end);

            assertThat(SourceHealth.of(history, end))
                    .extracting(
                            SourceHealth::state,
                            SourceHealth::lastEventAt,
                            SourceHealth::silentSince)
                    .containsExactly(SourceState.SILENT, at("Fri 12:00"), at("Fri 12:00"));
        }
    }

    @Test
    void theLastRowOfAForgottenSourceOfWhichTooLittleWasKnownSaysSo() {
        hear(List.of(at("Mon 09:00")));
        Instant end = at("Mon 09:00").plus(FORGET_AFTER);
        step(List.of(), end);

        assertThat(forgotten).isTrue();
        assertThat(silences).isEmpty();
        assertThat(SourceHealth.of(history, end))
                .extracting(SourceHealth::state, SourceHealth::lastEventAt)
                .containsExactly(SourceState.LEARNING, at("Mon 09:00"));
    }

    @Test
    void whatIsHeardAfterTheSourceWasForgottenBeginsAnew() {
        hear(every(10, "Mon 00:00", "Fri 12:00"));
        Instant later = at("Fri 12:00").plus(FORGET_AFTER).plus(Duration.ofDays(1));
        hear(List.of(later));

        assertThat(history.state()).isEqualTo(SourceState.LEARNING);
        assertThat(history.firstAt()).isEqualTo(later);
        assertThat(history.minutesHeard()).isEqualTo(1);
        assertThat(silences).hasSize(2);
    }

    /** Hourly from Monday 09:00 to Friday 16:00: 104 minutes, and as many gaps, in each week. */
    @Test
    void onlyTheLatestEightWeeksAreKept() {
        for (int week = 1; week <= 20; week++) {
            hear(every(60, "Mon+" + week + " 09:00", "Fri+" + week + " 16:00"));
        }

        HeardWeeks weeks = history.weeks();
        assertThat(weeks.kept()).hasSize(8);
        assertThat(weeks.kept().get(7).week())
                .isEqualTo(weeks.kept().get(0).week() + 7)
                .isEqualTo(HeardWeek.weekOf(at("Sun+20 23:59").getEpochSecond() / 86_400))
                .isNotEqualTo(HeardWeek.weekOf(at("Mon+21 00:00").getEpochSecond() / 86_400));
        assertThat(weeks)
                .extracting(HeardWeeks::days, HeardWeeks::minutes, HeardWeeks::gaps)
                .containsExactly(8 * 5, 8 * 104, 8 * 104);
    }

    /** Twice a week are 16 gaps in eight weeks: too few, so that older weeks stay. */
    @Test
    void aSourceThatIsRarelyHeardIsLearnedOverLonger() {
        for (int week = 1; week <= 30; week++) {
            hear(List.of(at("Mon+" + week + " 10:00"), at("Thu+" + week + " 10:00")));
        }

        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        assertThat(history.weeks().kept()).hasSizeBetween(15, 17);
    }

    @Test
    void itDoesNotMatterHowOftenTheClockIsLookedAt() {
        Random random = new Random(7);
        TreeSet<Instant> heard = new TreeSet<>();
        Instant minute = at("Mon 00:00");
        for (int i = 0; i < 3_000; i++) {
            minute = minute.plus(Duration.ofMinutes(1 + random.nextInt(20)));
            if (random.nextInt(300) == 0) {
                minute = minute.plus(Duration.ofHours(random.nextInt(90)));
            }
            heard.add(minute);
        }
        Instant end = minute.plus(Duration.ofDays(2));
        SourceHistory start = history;
        SourceStep atOnce = rule.advance(start, List.copyOf(heard), end);

        history = nothingKnown();
        List<Instant> waiting = new ArrayList<>(heard);
        for (Instant now = at("Mon 00:00"); now.isBefore(end); ) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(2_000)));
            Instant reached = now.isAfter(end) ? end : now;
            List<Instant> due = waiting.stream().filter(m -> m.isBefore(reached)).toList();
            waiting.removeAll(due);
            step(due, reached);
        }

        assertThat(atOnce.silences()).hasSizeGreaterThan(6);
        assertThat(silences).isEqualTo(atOnce.silences());
        assertThat(history).isEqualTo(atOnce.history());
    }

    /** A year, so that more than forty weeks have left again. */
    @Test
    void whatIsKnownInAllIsTheSumOfTheWeeksKept() {
        Random random = new Random(11);
        Instant minute = at("Mon 00:00");
        for (int i = 0; i < 4_000; i++) {
            minute = minute.plus(Duration.ofMinutes(1 + random.nextInt(260)));
            hear(List.of(minute));
        }

        HeardWeeks weeks = history.weeks();
        assertThat(weeks.kept()).hasSize(8);
        Map<Integer, Integer> elapsed = new HashMap<>();
        Map<Integer, Integer> working = new HashMap<>();
        int minutes = 0;
        int gaps = 0;
        for (HeardWeek week : weeks.kept()) {
            week.elapsedGaps().forEach((gap, count) -> elapsed.merge(gap, count, Integer::sum));
            week.workingGaps().forEach((gap, count) -> working.merge(gap, count, Integer::sum));
            minutes += week.minutes();
            gaps += week.gaps();
        }
        assertThat(weeks.minutes()).isEqualTo(minutes);
        assertThat(weeks.gaps()).isEqualTo(gaps).isEqualTo(minutes);
        assertThat(byBucket(weeks.elapsedGaps())).isEqualTo(elapsed);
        assertThat(byBucket(weeks.workingGaps())).isEqualTo(working);
    }

    private static Map<Integer, Integer> byBucket(List<Integer> counts) {
        Map<Integer, Integer> byBucket = new HashMap<>();
        for (int bucket = 0; bucket < counts.size(); bucket++) {
            if (counts.get(bucket) != 0) {
                byBucket.put(bucket, counts.get(bucket));
            }
        }
        return byBucket;
    }

    @Test
    void aMinuteHeardTwiceCountsOnce() {
        hear(every(20, "Mon 00:00", "Mon 13:20"));
        SourceHistory once = history;
        step(List.of(at("Mon 13:20")), at("Mon 13:20"));

        assertThat(history).isEqualTo(once);
        assertThat(history.minutesHeard()).isEqualTo(41);
    }

    @Test
    void theRowSaysWhatIsExpectedAndSinceWhenItIsSilent() {
        hear(every(20, "Mon 00:00", "Fri 13:20"));
        clockReaches("Fri 20:00");

        assertThat(SourceHealth.of(history, at("Fri 20:00")))
                .isEqualTo(
                        new SourceHealth(
                                "acme",
                                "jira",
                                "jira:PAY",
                                SourceState.SILENT,
                                at("Mon 00:00"),
                                at("Fri 13:20"),
                                4 * 72 + 41,
                                3_600L,
                                GapClock.ELAPSED,
                                at("Fri 13:20"),
                                at("Fri 20:00")));
    }
}

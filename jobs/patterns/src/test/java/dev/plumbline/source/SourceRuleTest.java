package dev.plumbline.source;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
    private SourceHistory history =
            rule.start(SourceBeat.of("acme", "jira", "jira:PAY", Instant.EPOCH));

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

    @Test
    void noSilenceIsShorterThanAnHour() {
        hear(every(1, "Mon 09:00", "Mon 12:00"));

        clockReaches("Mon 12:59");
        assertThat(silences).isEmpty();
        clockReaches("Mon 13:00");
        assertThat(silences).hasSize(1);
    }

    /** 30 minutes heard are 29 gaps. */
    @Test
    void beforeThirtyGapsNothingIsExpected() {
        hear(every(10, "Mon 09:00", "Mon 13:50"));
        assertThat(history.state()).isEqualTo(SourceState.LEARNING);
        clockReaches("Fri+3 17:00");
        assertThat(silences).isEmpty();

        history = rule.start(SourceBeat.of("acme", "jira", "jira:PAY", Instant.EPOCH));
        hear(every(10, "Mon 09:00", "Mon 14:00"));
        assertThat(history.state()).isEqualTo(SourceState.HEARD);
    }

    @Test
    void theNextEventEndsASilence() {
        hear(every(20, "Mon 00:00", "Mon 13:20"));
        clockReaches("Mon 14:20");
        hear(List.of(at("Mon 23:20")));

        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        assertThat(silences)
                .extracting(SilentSource::id, SilentSource::endedAt, SilentSource::outcome)
                .containsExactly(
                        tuple(
                                "source_silence:jira/jira:PAY@2026-03-02T13:20:00Z",
                                null,
                                SilenceOutcome.OPEN),
                        tuple(
                                "source_silence:jira/jira:PAY@2026-03-02T13:20:00Z",
                                at("Mon 23:20"),
                                SilenceOutcome.HEARD));
    }

    /**
     * 40 gaps of 20 min, and one of 600 min of which 60 were expected. Of 41 gaps the 99th
     * percentile is the longest: 60 min, so on Tuesday 3 x 60 min are expected and not 3 x 600.
     */
    @Test
    void anOutageTeachesNoMoreThanWhatWasExpected() {
        hear(every(20, "Mon 00:00", "Mon 13:20"));
        hear(List.of(at("Mon 23:20")));
        hear(List.of(at("Tue 00:00")));

        clockReaches("Tue 02:59");
        assertThat(silences).hasSize(2);
        clockReaches("Tue 03:00");
        assertThat(silences).hasSize(3);
        assertThat(silences.get(2).expectedGapSeconds()).isEqualTo(3 * 3_600);
    }

    /** Of 100 gaps the 99th percentile is the second longest. */
    @Test
    void oneLongGapInAHundredDoesNotCount() {
        hear(every(30, "Mon 00:00", "Mon 14:30"));
        hear(every(30, "Mon 18:30", "Wed 05:30"));
        assertThat(history.weeks().get(0).gaps()).isEqualTo(100);
        hear(List.of(at("Thu 00:00")));
        clockReaches("Thu 01:30");

        assertThat(silences.get(silences.size() - 1).detectedAt()).isEqualTo(at("Thu 01:30"));
    }

    /**
     * Every 70 minutes instead of every 10 is a silence each time for a day, and then the rhythm.
     * 70 lies in the bucket of 70 and 71, so that 213 minutes are expected; from 22:50 until 02:23.
     */
    @Test
    void aRhythmThatBecameSlowerIsLearned() {
        hear(every(10, "Mon 00:00", "Wed 00:00"));
        hear(every(70, "Wed 01:10", "Sun+2 23:50"));
        int until = silences.size();
        assertThat(until).isPositive();

        hear(every(70, "Mon+3 01:00", "Fri+3 23:10"));
        assertThat(silences).hasSize(until);
        clockReaches("Sat+3 02:22");
        assertThat(silences).hasSize(until);
        clockReaches("Sat+3 02:23");
        assertThat(silences).hasSize(until + 1);
    }

    @Test
    void aSourceSilentForLongIsForgotten() {
        hear(every(10, "Mon 00:00", "Mon 12:00"));
        clockReaches("Mon 13:00");
        assertThat(rule.lookAt(history)).isEqualTo(at("Mon 12:00").plus(FORGET_AFTER));

        step(List.of(), at("Mon 12:00").plus(FORGET_AFTER));

        assertThat(history).isNull();
        assertThat(silences.get(1).outcome()).isEqualTo(SilenceOutcome.FORGOTTEN);
        assertThat(silences.get(1).endedAt()).isEqualTo(at("Mon 12:00").plus(FORGET_AFTER));
    }

    @Test
    void whatIsHeardAfterTheSourceWasForgottenBeginsAnew() {
        hear(every(10, "Mon 00:00", "Mon 12:00"));
        Instant later = at("Mon 12:00").plus(FORGET_AFTER).plus(Duration.ofDays(1));
        hear(List.of(later));

        assertThat(history.state()).isEqualTo(SourceState.LEARNING);
        assertThat(history.firstAt()).isEqualTo(later);
        assertThat(history.minutesHeard()).isEqualTo(1);
        assertThat(silences).hasSize(2);
    }

    @Test
    void onlyTheLatestEightWeeksAreKept() {
        for (int week = 1; week <= 20; week++) {
            hear(every(60, "Mon+" + week + " 09:00", "Fri+" + week + " 16:00"));
        }

        assertThat(history.weeks()).hasSize(8);
        assertThat(history.openWeek().week()).isEqualTo(HeardWeek.weekOf(at("Mon+20 09:00")));
    }

    /** Twice a week are 16 gaps in eight weeks: too few, so that older weeks stay. */
    @Test
    void aSourceThatIsRarelyHeardIsLearnedOverLonger() {
        for (int week = 1; week <= 30; week++) {
            hear(List.of(at("Mon+" + week + " 10:00"), at("Thu+" + week + " 10:00")));
        }

        assertThat(history.state()).isEqualTo(SourceState.HEARD);
        assertThat(history.weeks()).hasSizeBetween(15, 17);
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

        history = rule.start(SourceBeat.of("acme", "jira", "jira:PAY", Instant.EPOCH));
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
        hear(every(20, "Mon 00:00", "Mon 13:20"));
        clockReaches("Mon 20:00");

        assertThat(SourceHealth.of(history, at("Mon 20:00")))
                .isEqualTo(
                        new SourceHealth(
                                "acme",
                                "jira",
                                "jira:PAY",
                                SourceState.SILENT,
                                at("Mon 00:00"),
                                at("Mon 13:20"),
                                41,
                                3_600L,
                                GapClock.ELAPSED,
                                at("Mon 13:20"),
                                at("Mon 20:00")));
    }
}

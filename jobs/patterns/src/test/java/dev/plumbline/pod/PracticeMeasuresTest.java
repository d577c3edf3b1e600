package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.ACTIVE_SHARE;
import static dev.plumbline.pod.Metric.COORDINATION_COST;
import static dev.plumbline.pod.Metric.PARTICIPATION_BALANCE;
import static dev.plumbline.pod.Metric.STALLED_HOURS;
import static dev.plumbline.pod.Metric.STALL_RATE;
import static dev.plumbline.pod.Metric.THROUGHPUT;
import static dev.plumbline.pod.Metric.VERIFIED_SHARE;
import static dev.plumbline.pod.Split.AGENT;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.time.Grain.WEEK;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.CARA;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static dev.plumbline.work.Happening.human;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.directory.Directory;
import dev.plumbline.work.Organisation;
import dev.plumbline.work.Party;
import org.junit.jupiter.api.Test;

/** Who worked, what stalled, what was verified, what was waited for. */
class PracticeMeasuresTest {

    private final PodRows pod = new PodRows(Organisation.ACME);

    private void week(PodFact... facts) {
        pod.until(at("Mon+1 00:00"), facts);
    }

    private static PodFact activity(String moment, Party by, long count) {
        return PracticeFacts.activity("acme", "red", at(moment), by, count);
    }

    private static PodFact watch(String moment, String item, Party owner, boolean starts) {
        return PracticeFacts.watch("acme", "red", at(moment), item, 0, owner, starts);
    }

    private static PodFact stall(String moment, String item, Party owner, boolean elapsed) {
        String id = item + ":stall";
        return PracticeFacts.stallOpened("acme", "red", at(moment), item, id, owner, elapsed);
    }

    private static PodFact stallEnd(String moment, String item, Party owner) {
        return PracticeFacts.stallEnded("acme", "red", at(moment), item, item + ":stall", owner);
    }

    private static PodFact claim(String moment, Party by, boolean verified) {
        return PracticeFacts.claim(
                "acme", "red", at(moment), "T-" + moment, "claim@" + moment, by, verified);
    }

    @Test
    void oneOfTwoPeopleWorkedOnMondayAndBothInTheWeek() {
        // The robot and cara are no people of the pod. ana 3, ben 1: see MixesTest.
        week(
                activity("Mon 10:00", ANA, 3),
                activity("Mon 10:00", ROBOT, 50),
                activity("Mon 10:00", CARA, 7),
                activity("Tue 10:00", BEN, 1));

        assertThat(pod.of(ACTIVE_SHARE, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(0.5, 0.5);
        assertThat(pod.ofWeek(ACTIVE_SHARE, ALL).value()).isEqualTo(1);
        assertThat(pod.ofWeek(ACTIVE_SHARE, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(PARTICIPATION_BALANCE, ALL).value())
                .isEqualTo(0.811278, within(1e-6));
        assertThat(pod.ofWeek(PARTICIPATION_BALANCE, ALL).n()).isEqualTo(4);
    }

    @Test
    void wherePeopleHaveWorkAndNobodyTouchesItTheShareIsZero() {
        week(activity("Mon 10:00", ANA, 3), Facts.started("T-1", at("Mon 10:00"), ANA));

        // Monday to Friday; on the weekend nobody is present.
        assertThat(pod.of(ACTIVE_SHARE, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(0.5, 0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void whoActsUnderAnAliasIsTheSamePerson() {
        week(
                activity("Mon 10:00", human("git:ana"), 2),
                activity("Mon 11:00", ANA, 2),
                activity("Mon 11:00", BEN, 4));

        assertThat(pod.ofWeek(PARTICIPATION_BALANCE, ALL).value()).isEqualTo(1, within(1e-12));
    }

    @Test
    void onASaturdayNobodyIsPresentSoNobodyIsMissing() {
        week(activity("Sat 10:00", ANA, 3));

        assertThat(pod.of(ACTIVE_SHARE, ALL, DAY)).isEmpty();
        assertThat(pod.ofWeek(ACTIVE_SHARE, ALL).value()).isEqualTo(0.5);
    }

    @Test
    void whoMovedToAnotherPodIsPresentOnlyUntilThen() {
        Directory moving = Organisation.whereDoraMovesOn("Wed 00:00");
        PodRows morning = new PodRows(moving, "morning");
        morning.until(
                at("Mon+1 00:00"),
                PracticeFacts.activity("acme", "morning", at("Mon 10:00"), dora(), 3),
                PracticeFacts.activity("acme", "morning", at("Thu 10:00"), dora(), 3));

        assertThat(morning.of(ACTIVE_SHARE, ALL, DAY))
                .extracting(MetricRow::measure)
                .containsOnly(Measure.tooFew(1));
        assertThat(morning.of(PARTICIPATION_BALANCE, ALL, WEEK).get(0).measure().nullReason())
                .isEqualTo("too_few");
    }

    private static Party dora() {
        return human("dora");
    }

    @Test
    void aPodOfWhichTheDirectoryNamesNobodyHasNoSuchRows() {
        PodRows unknown = new PodRows(Directory.empty());
        unknown.until(at("Mon+1 00:00"), activity("Mon 10:00", ANA, 3));

        assertThat(unknown.all()).isEmpty();
    }

    @Test
    void activityMakesNoRowsOfItems() {
        week(activity("Mon 10:00", ANA, 3));

        assertThat(pod.of(THROUGHPUT, ALL, DAY)).isEmpty();
    }

    @Test
    void hoursBeyondTheThresholdAreCountedInTheDaysTheyFallIn() {
        // T-1 passes its threshold Mon 15 and moves Wed 10: 2 h, 8 h and 1 h of working time.
        week(
                watch("Mon 09:00", "T-1", ANA, true),
                watch("Mon 09:00", "T-2", BEN, true),
                stall("Mon 15:00", "T-1", ANA, false),
                stallEnd("Wed 10:00", "T-1", ANA));

        assertThat(pod.of(STALLED_HOURS, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(2.0, 8.0, 1.0);
        assertThat(pod.ofWeek(STALLED_HOURS, ALL).value()).isEqualTo(11);
        assertThat(pod.ofWeek(STALLED_HOURS, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(STALL_RATE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(STALL_RATE, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(STALL_RATE, HUMAN).value()).isEqualTo(0.5);
    }

    @Test
    void anAgentStallsByTheClockOnTheWall() {
        // From Mon 22 to Tue 02 are 4 h, 2 on each day.
        week(
                watch("Mon 21:00", "C-1", ROBOT, true),
                stall("Mon 22:00", "C-1", ROBOT, true),
                stallEnd("Tue 02:00", "C-1", ROBOT),
                watch("Tue 02:00", "C-1", ROBOT, false));

        assertThat(pod.of(STALLED_HOURS, AGENT, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(2.0, 2.0);
        assertThat(pod.ofWeek(STALL_RATE, AGENT).value()).isEqualTo(1);
    }

    @Test
    void aChangeOfAnAgentInReviewStallsInWorkingTime() {
        // People are waited for: Mon 15 to 17, Tue 09 to 10. By the clock on the wall 9 and 10.
        week(
                watch("Mon 09:00", "C-1", ROBOT, true),
                stall("Mon 15:00", "C-1", ROBOT, false),
                stallEnd("Tue 10:00", "C-1", ROBOT));

        assertThat(pod.of(STALLED_HOURS, AGENT, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(2.0, 1.0);
    }

    @Test
    void anItemThatStallsTwiceIsOneItemStalled() {
        week(
                watch("Mon 09:00", "T-1", ANA, true),
                watch("Mon 09:00", "T-2", BEN, true),
                stall("Mon 15:00", "T-1", ANA, false),
                stallEnd("Mon 16:00", "T-1", ANA),
                stall("Thu 09:00", "T-1", ANA, false),
                stallEnd("Thu 12:00", "T-1", ANA));

        assertThat(pod.ofWeek(STALL_RATE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(STALLED_HOURS, ALL).value()).isEqualTo(4);
        assertThat(pod.ofWeek(STALLED_HOURS, ALL).n()).isEqualTo(2);
    }

    @Test
    void claimsVerifiedWithinTheirGrace() {
        week(
                claim("Mon 10:00", ANA, true),
                claim("Mon 11:00", ANA, true),
                claim("Mon 12:00", BEN, false),
                claim("Mon 13:00", ROBOT, false));

        assertThat(pod.ofWeek(VERIFIED_SHARE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(VERIFIED_SHARE, HUMAN).value()).isEqualTo(2.0 / 3);
        assertThat(pod.ofWeek(VERIFIED_SHARE, AGENT).value()).isZero();
    }

    @Test
    void coordinationCostIsWhatWasWaitedForByWhatTheWorkTook() {
        // Waited 2 and 1 h of cycles of 4 and 8 h. Of T-3 no start is known.
        week(
                Facts.finished("T-1", at("Mon 10:00"), waited(4L, 2), ANA),
                Facts.finished("T-2", at("Mon 11:00"), waited(8L, 1), BEN),
                Facts.finished("T-3", at("Mon 12:00"), waited(null, 5), BEN));

        assertThat(pod.ofWeek(COORDINATION_COST, ALL).value()).isEqualTo(0.25);
        assertThat(pod.ofWeek(COORDINATION_COST, ALL).n()).isEqualTo(2);
        assertThat(pod.ofWeek(COORDINATION_COST, HUMAN).value()).isEqualTo(0.25);
    }

    private static FinishedItem waited(Long cycleHours, long waitedHours) {
        Long cycle = cycleHours == null ? null : cycleHours * 3600;
        WorkCategory none = new WorkCategory(null, null);
        return new FinishedItem(
                cycle, null, 0, 0, 0, 1, 0, false, waitedHours * 3600, null, none, false, null);
    }
}

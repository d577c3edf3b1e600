package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.ACTORS_PER_ITEM;
import static dev.plumbline.pod.Metric.BOUNCE_RATE;
import static dev.plumbline.pod.Metric.CYCLE_TIME;
import static dev.plumbline.pod.Metric.FLOW_EFFICIENCY;
import static dev.plumbline.pod.Metric.HANDOFFS_PER_ITEM;
import static dev.plumbline.pod.Metric.LEAD_TIME;
import static dev.plumbline.pod.Metric.PING_PONG_RATE;
import static dev.plumbline.pod.Metric.REOPEN_RATE;
import static dev.plumbline.pod.Metric.REWORK_RATE;
import static dev.plumbline.pod.Metric.THROUGHPUT;
import static dev.plumbline.pod.Metric.WIP;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.Organisation;
import org.junit.jupiter.api.Test;

class ItemMeasuresTest {

    private final PodRows pod = new PodRows(Organisation.ACME);

    private void week(PodFact... facts) {
        pod.until(at("Mon+1 00:00"), facts);
    }

    private static FinishedItem bounced(int times) {
        return Facts.finishedItem(null, null, 0, 0, times, 1, times, times >= 2);
    }

    private static FinishedItem timed(Long cycle, Long lead) {
        return Facts.finishedItem(cycle, lead, cycle * 500, cycle * 1000, 0, 1, 0, false);
    }

    @Test
    void anItemDoneTwiceInAWeekCountsOnceWithItsLastDone() {
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.movedBack("T-1", at("Tue 10:00"), ANA),
                Facts.finished("T-1", at("Wed 10:00"), 10, ANA));

        assertThat(pod.ofWeek(THROUGHPUT, ALL).value()).isEqualTo(1);
        assertThat(pod.ofWeek(CYCLE_TIME, ALL).value()).isEqualTo(10 * 3600);
    }

    @Test
    void anItemReopenedInTheSameWeekIsNotFinishedInItButWasOnItsDay() {
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.movedBack("T-1", at("Tue 10:00"), ANA));

        assertThat(pod.ofWeek(THROUGHPUT, ALL).value()).isZero();
        assertThat(pod.of(THROUGHPUT, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(1.0, 0.0);
    }

    @Test
    void reworkIsOverWhatFinishedOrMovedBack() {
        // T-1 finished, T-2 moved back twice and not finished, T-3 moved back and finished: 2 of 3.
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.movedBack("T-2", at("Tue 10:00"), ANA),
                Facts.movedBack("T-2", at("Tue 12:00"), ANA),
                Facts.movedBack("T-3", at("Wed 10:00"), BEN),
                Facts.finished("T-3", at("Thu 10:00"), 4, BEN));

        assertThat(pod.ofWeek(REWORK_RATE, ALL).value()).isEqualTo(2.0 / 3);
        assertThat(pod.ofWeek(REWORK_RATE, ALL).n()).isEqualTo(3);
    }

    @Test
    void reopeningIsOverAllThatEnteredDoneAlsoWhatLeftItAgain() {
        // Five entered done, T-1 left it again and stays open: 1 of 5, not 1 of 4.
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Mon 11:00"), 4, ANA),
                Facts.finished("T-3", at("Mon 12:00"), 4, BEN),
                Facts.finished("T-4", at("Mon 13:00"), 4, BEN),
                Facts.finished("T-5", at("Mon 14:00"), 4, BEN),
                Facts.movedBack("T-1", at("Tue 10:00"), ANA),
                Facts.reopened("T-1", at("Tue 10:00"), ANA));

        assertThat(pod.ofWeek(REOPEN_RATE, ALL).value()).isEqualTo(0.2);
        assertThat(pod.ofWeek(REOPEN_RATE, ALL).n()).isEqualTo(5);
        assertThat(pod.ofWeek(THROUGHPUT, ALL).value()).isEqualTo(4);
    }

    @Test
    void anItemReopenedAndDoneAgainIsOneOfOne() {
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.movedBack("T-1", at("Tue 10:00"), ANA),
                Facts.reopened("T-1", at("Tue 10:00"), ANA),
                Facts.finished("T-1", at("Wed 10:00"), 4, ANA));

        assertThat(pod.ofWeek(REOPEN_RATE, ALL).value()).isEqualTo(1);
        assertThat(pod.ofWeek(REOPEN_RATE, ALL).n()).isEqualTo(1);
    }

    @Test
    void aWeekInWhichNothingEnteredDoneHasNoReopenRate() {
        week(Facts.reopened("T-1", at("Tue 10:00"), ANA));

        assertThat(pod.ofWeek(REOPEN_RATE, ALL).nullReason()).isEqualTo("no_data");
        assertThat(pod.ofWeek(THROUGHPUT, ALL).value()).isZero();
    }

    @Test
    void ratesAndMeansAreOverTheItemsFinished() {
        // Finished() is half active, has 2 handoffs and 3 actors.
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Tue 10:00"), 8, BEN));

        assertThat(pod.ofWeek(FLOW_EFFICIENCY, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(HANDOFFS_PER_ITEM, ALL).value()).isEqualTo(2);
        assertThat(pod.ofWeek(ACTORS_PER_ITEM, ALL).value()).isEqualTo(3);
        assertThat(pod.ofWeek(CYCLE_TIME, ALL).value()).isEqualTo(6 * 3600);
        assertThat(pod.ofWeek(CYCLE_TIME, ALL).p50()).isEqualTo(4 * 3600);
    }

    @Test
    void bounceAndPingPongAreSharesOfTheItemsFinished() {
        week(
                Facts.finished("T-1", at("Mon 10:00"), bounced(0), ANA),
                Facts.finished("T-2", at("Mon 11:00"), bounced(1), ANA),
                Facts.finished("T-3", at("Mon 12:00"), bounced(2), BEN),
                Facts.finished("T-4", at("Mon 13:00"), bounced(0), BEN));

        assertThat(pod.ofWeek(BOUNCE_RATE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofWeek(PING_PONG_RATE, ALL).value()).isEqualTo(0.25);
    }

    @Test
    void aTimeThatIsNotKnownOfAnyItemIsNoData() {
        week(Facts.finished("T-1", at("Mon 10:00"), bounced(0), ANA));

        assertThat(pod.ofWeek(LEAD_TIME, ALL).value()).isNull();
        assertThat(pod.ofWeek(LEAD_TIME, ALL).nullReason()).isEqualTo("no_data");
        assertThat(pod.ofWeek(FLOW_EFFICIENCY, ALL).nullReason()).isEqualTo("no_data");
    }

    @Test
    void theHumanSplitOfOneOwnerIsSuppressed() {
        week(
                Facts.started("T-9", at("Mon 09:00"), ANA),
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Mon 11:00"), 4, ANA));

        assertThat(pod.ofWeek(THROUGHPUT, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(WIP, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(THROUGHPUT, ALL).value()).isEqualTo(2);
    }

    @Test
    void nothingOfNobodyIsNotSuppressed() {
        // Two people finished something; nothing of theirs is in progress: a real zero.
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Mon 11:00"), 4, BEN));

        assertThat(pod.ofWeek(WIP, HUMAN).value()).isZero();
        assertThat(pod.ofWeek(THROUGHPUT, HUMAN).value()).isEqualTo(2);
    }

    @Test
    void aTimeOfOnePersonIsSuppressedThoughTwoFinishedSomething() {
        // ana's item took 4 h; ben's was never in progress and its creation was not seen.
        week(
                Facts.finished("T-1", at("Mon 10:00"), timed(4 * 3600L, 5 * 3600L), ANA),
                Facts.finished("T-2", at("Mon 11:00"), bounced(0), BEN));

        assertThat(pod.ofWeek(CYCLE_TIME, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(LEAD_TIME, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(FLOW_EFFICIENCY, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(THROUGHPUT, HUMAN).value()).isEqualTo(2);
        assertThat(pod.ofWeek(BOUNCE_RATE, HUMAN).value()).isZero();
        assertThat(pod.ofWeek(CYCLE_TIME, ALL).value()).isEqualTo(4 * 3600);
    }

    @Test
    void aTimeThatIsKnownOfNobodyIsNoDataAndNotSuppressed() {
        week(
                Facts.finished("T-1", at("Mon 10:00"), bounced(0), ANA),
                Facts.finished("T-2", at("Mon 11:00"), bounced(0), BEN));

        assertThat(pod.ofWeek(CYCLE_TIME, HUMAN).nullReason()).isEqualTo("no_data");
        assertThat(pod.ofWeek(FLOW_EFFICIENCY, HUMAN).nullReason()).isEqualTo("no_data");
    }

    @Test
    void whoOnlyReopenedDoesNotHideWhoseItemsTheRateIsOver() {
        // One item entered done, ana's: its n would be her throughput.
        week(
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.reopened("T-2", at("Tue 10:00"), BEN));

        assertThat(pod.ofWeek(REOPEN_RATE, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofWeek(REOPEN_RATE, ALL).n()).isEqualTo(1);
    }
}

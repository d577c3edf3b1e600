package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.HANDOFF_LATENCY;
import static dev.plumbline.pod.Metric.OPEN_HANDOFFS;
import static dev.plumbline.pod.Metric.OPEN_HANDOFF_AGE;
import static dev.plumbline.pod.Metric.PULL_SHARE;
import static dev.plumbline.pod.Split.AGENT;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.BEN;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.Organisation;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffMeasuresTest {

    private static final long HOUR = 3600;
    private final PodRows pod = new PodRows(Organisation.ACME);

    @Test
    void latencyIsOverPushHandoffsAndPullsAreCounted() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.pickedUp("H-2", at("Mon 12:00"), 3 * HOUR, BEN),
                Facts.pulled("H-3", at("Mon 13:00"), ANA),
                Facts.pulled("H-4", at("Mon 14:00"), BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).n()).isEqualTo(2);
        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).value()).isEqualTo(2.0 * HOUR);
        assertThat(pod.ofDay(PULL_SHARE, ALL).value()).isEqualTo(0.5);
        assertThat(pod.ofDay(PULL_SHARE, ALL).n()).isEqualTo(4);
    }

    @Test
    void whatIsOpenAtTheEndOfTheDayIsRightCensored() {
        // Picked up after 1 h; open since 14:00, by 17:00 for 3 working hours.
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.opened("H-2", at("Mon 14:00"), BEN));

        // S falls to 1/2 at 1 h and stays: p50 is 1 h, p95 is not reached, mean 1 + 2/2 = 2 h.
        Measure latency = pod.ofDay(HANDOFF_LATENCY, ALL);
        assertThat(latency.n()).isEqualTo(1);
        assertThat(latency.p50()).isEqualTo(1.0 * HOUR);
        assertThat(latency.p95()).isNull();
        assertThat(latency.nullReason()).isEqualTo("censored");
        assertThat(latency.value()).isEqualTo(2.0 * HOUR);
        assertThat(pod.ofDay(OPEN_HANDOFFS, ALL).value()).isEqualTo(1);
        assertThat(pod.ofDay(OPEN_HANDOFF_AGE, ALL).value()).isEqualTo(3.0 * HOUR);
    }

    @Test
    void whatEndedWithoutAPickupIsCensoredToo() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.bounced("H-2", at("Mon 12:00"), 2 * HOUR, BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).n()).isEqualTo(1);
        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).value()).isEqualTo(1.5 * HOUR);
        assertThat(pod.ofDay(PULL_SHARE, ALL).n()).isEqualTo(2);
    }

    @Test
    void aDayOnWhichNothingWasPickedUpHasNoLatencyAndNoZero() {
        pod.until(at("Tue 00:00"), Facts.opened("H-1", at("Mon 14:00"), ANA));

        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).value()).isNull();
        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).nullReason()).isEqualTo("censored");
        assertThat(pod.ofDay(PULL_SHARE, ALL).nullReason()).isEqualTo("no_data");
    }

    @Test
    void anAgentsOpenHandoffAgesOnElapsedTime() {
        pod.until(at("Tue 00:00"), Facts.opened("H-1", at("Mon 14:00"), ROBOT));

        assertThat(pod.ofDay(OPEN_HANDOFF_AGE, AGENT).value()).isEqualTo(10.0 * HOUR);
    }

    @Test
    void theHumanSplitOfOnePersonIsSuppressedAndThePodIsNot() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.pickedUp("H-2", at("Mon 12:00"), HOUR, ANA),
                Facts.pickedUp("H-3", at("Mon 13:00"), HOUR, ROBOT));

        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofDay(PULL_SHARE, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).n()).isEqualTo(3);
        assertThat(pod.ofDay(HANDOFF_LATENCY, AGENT).n()).isEqualTo(1);
    }

    @Test
    void twoPeopleAreEnough() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.pickedUp("H-2", at("Mon 12:00"), 3 * HOUR, BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN).value()).isEqualTo(2.0 * HOUR);
    }

    @Test
    void whoOnlyPulledDoesNotHideWhoseLatencyItIs() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.pulled("H-2", at("Mon 12:00"), BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofDay(PULL_SHARE, HUMAN).value()).isEqualTo(0.5);
    }

    @Test
    void aHandoffThatEndedIsOpenNoMore() {
        pod.until(
                at("Wed 00:00"),
                Facts.opened("H-1", at("Mon 16:00"), ANA),
                Facts.pickedUp("H-1", at("Tue 10:00"), 2 * HOUR, ANA));

        assertThat(pod.of(OPEN_HANDOFFS, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(1.0, 0.0);
        assertThat(pod.ledger().handoffs()).isEmpty();
    }

    @Test
    void whoHasNotPickedUpYetDoesNotHideWhoseLatencyItIs() {
        pod.until(
                at("Tue 00:00"),
                Facts.pickedUp("H-1", at("Mon 11:00"), HOUR, ANA),
                Facts.opened("H-2", at("Mon 14:00"), BEN),
                Facts.bounced("H-3", at("Mon 15:00"), HOUR, BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN)).isEqualTo(Measure.suppressed());
        assertThat(pod.ofDay(HANDOFF_LATENCY, ALL).n()).isEqualTo(1);
    }

    @Test
    void thatTwoPeopleHaveNotPickedUpYetIsNoFigureOfAnybody() {
        pod.until(
                at("Tue 00:00"),
                Facts.opened("H-1", at("Mon 11:00"), ANA),
                Facts.opened("H-2", at("Mon 14:00"), BEN));

        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN).n()).isZero();
        assertThat(pod.ofDay(HANDOFF_LATENCY, HUMAN).nullReason()).isEqualTo("censored");
    }

    @Test
    void theMeanRunsOnToTheLongestWait() {
        // Picked up after 1 h; open since Monday 13:00, by Friday 17:00 for 4 + 4 * 8 = 36 h. The
        // curve stays at 1/2 after 1 h: the mean is 1 + 35/2 = 18.5 h.
        pod.until(
                at("Sat 00:00"),
                Facts.opened("H-2", at("Mon 13:00"), ANA),
                Facts.pickedUp("H-1", at("Fri 11:00"), HOUR, BEN));

        List<MetricRow> days = pod.of(HANDOFF_LATENCY, ALL, DAY);
        MetricRow lastDay = days.get(days.size() - 1);
        assertThat(lastDay.measure().value()).isEqualTo(18.5 * HOUR);
    }
}

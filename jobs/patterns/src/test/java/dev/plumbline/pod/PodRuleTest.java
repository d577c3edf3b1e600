package dev.plumbline.pod;

import static dev.plumbline.pod.Metric.CHANGE_FAILURE_RATE;
import static dev.plumbline.pod.Metric.DEPLOYMENT_FREQUENCY;
import static dev.plumbline.pod.Metric.OPEN_HANDOFFS;
import static dev.plumbline.pod.Metric.THROUGHPUT;
import static dev.plumbline.pod.Metric.VERIFIED_SHARE;
import static dev.plumbline.pod.Metric.WIP;
import static dev.plumbline.pod.Metric.WIP_AGE;
import static dev.plumbline.pod.Split.AGENT;
import static dev.plumbline.pod.Split.ALL;
import static dev.plumbline.pod.Split.HUMAN;
import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.time.Grain.WEEK;
import static dev.plumbline.work.Happening.ANA;
import static dev.plumbline.work.Happening.ROBOT;
import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.work.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodRuleTest {

    private final PodRows pod = new PodRows(Organisation.ACME);

    @Test
    void aDayClosesAtMidnightAndAWeekOnMonday() {
        pod.until(at("Tue 00:00"), Facts.finished("T-1", at("Mon 10:00"), 4, ANA));
        assertThat(pod.of(THROUGHPUT, ALL, DAY)).hasSize(1);
        assertThat(pod.of(THROUGHPUT, ALL, WEEK)).isEmpty();

        pod.until(at("Mon+1 00:00"));
        MetricRow week = pod.of(THROUGHPUT, ALL, WEEK).get(0);
        assertThat(week.windowStart()).isEqualTo(at("Mon 00:00"));
        assertThat(week.windowEnd()).isEqualTo(at("Mon+1 00:00"));
        assertThat(week.asOf()).isEqualTo(at("Mon+1 00:00"));
        assertThat(week.measure().value()).isEqualTo(1);
    }

    @Test
    void whatHappensAtMidnightBelongsToTheNewDay() {
        pod.until(
                at("Wed 00:00"),
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Tue 00:00"), 4, ANA));

        assertThat(pod.of(THROUGHPUT, ALL, DAY))
                .extracting(MetricRow::windowStart)
                .containsExactly(at("Mon 00:00"), at("Tue 00:00"));
    }

    @Test
    void theSameRowsComeOutHoweverFarTimeJumps() {
        PodFact[] facts = {
            Facts.started("T-1", at("Mon 10:00"), ANA),
            Facts.opened("H-1", at("Wed 11:00"), ANA),
            Facts.pickedUp("H-1", at("Fri 11:00"), 2 * 8 * 3600, ANA),
            Facts.finished("T-1", at("Tue+1 10:00"), 8, ANA),
            Facts.left("T-1", at("Tue+1 10:00"), ANA)
        };
        PodRows atOnce = new PodRows(Organisation.ACME).until(at("Mon+3 00:00"), facts);

        for (PodFact fact : facts) {
            pod.until(fact.at(), fact);
        }
        for (int day = 0; day < 13; day++) {
            pod.until(at("Wed+1 00:00").plus(Duration.ofDays(day)));
        }

        assertThat(pod.all()).isEqualTo(atOnce.all()).isNotEmpty();
    }

    @Test
    void quietDaysReportWhatIsOpenAndNothingElse() {
        pod.until(at("Thu 00:00"), Facts.started("T-1", at("Mon 10:00"), ANA));

        assertThat(pod.of(WIP, ALL, DAY))
                .extracting(MetricRow::windowStart)
                .containsExactly(at("Mon 00:00"), at("Tue 00:00"), at("Wed 00:00"));
        // Monday 10 to 17 is 7 h, and 8 h more each day.
        assertThat(pod.of(WIP_AGE, ALL, DAY))
                .extracting(row -> row.measure().value())
                .containsExactly(7 * 3600.0, 15 * 3600.0, 23 * 3600.0);
        assertThat(pod.of(THROUGHPUT, ALL, DAY)).hasSize(1);
        assertThat(pod.of(OPEN_HANDOFFS, ALL, DAY)).hasSize(3);
    }

    @Test
    void quietDaysWithNothingOpenReportNothing() {
        pod.until(at("Mon+1 00:00"), Facts.finished("T-1", at("Mon 10:00"), 4, ANA));

        assertThat(pod.of(WIP, ALL, DAY)).hasSize(1);
        assertThat(pod.of(WIP, ALL, WEEK)).hasSize(1);
    }

    @Test
    void aPodWithNothingOpenIsIdleOnceItsWeekIsClosed() {
        pod.until(at("Tue 00:00"), Facts.finished("T-1", at("Mon 10:00"), 4, ANA));
        assertThat(pod.ledger().isIdle()).isFalse();
        assertThat(pod.wakeAt()).isEqualTo(at("Wed 00:00"));

        pod.until(at("Mon+1 00:00"));
        assertThat(pod.ledger().isIdle()).isTrue();
        assertThat(pod.wakeAt()).isNull();
    }

    @Test
    void anIdlePodStartsAgainWithTheWindowOfItsNextFact() {
        pod.until(at("Mon+1 00:00"), Facts.finished("T-1", at("Mon 10:00"), 4, ANA));
        pod.until(at("Mon+5 00:00"), Facts.finished("T-2", at("Wed+4 10:00"), 4, ANA));

        assertThat(pod.of(THROUGHPUT, ALL, DAY))
                .extracting(MetricRow::windowStart)
                .containsExactly(at("Mon 00:00"), at("Wed+4 00:00"));
    }

    @Test
    void whereTheClockStopsThePartialDayAndWeekAreReportedAsOfThen() {
        pod.until(
                at("Wed 12:00"),
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.started("T-2", at("Wed 10:00"), ANA));

        List<MetricRow> rows = pod.atTheEnd(at("Wed 12:00"));

        MetricRow week =
                rows.stream()
                        .filter(r -> r.grain() == WEEK && r.metric() == THROUGHPUT)
                        .findFirst()
                        .orElseThrow();
        assertThat(week.windowEnd()).isEqualTo(at("Mon+1 00:00"));
        assertThat(week.asOf()).isEqualTo(at("Wed 12:00"));
        assertThat(week.measure().value()).isEqualTo(1);
        MetricRow age =
                rows.stream()
                        .filter(r -> r.grain() == DAY && r.metric() == WIP_AGE)
                        .findFirst()
                        .orElseThrow();
        assertThat(age.measure().value()).isEqualTo(2 * 3600);
    }

    @Test
    void aClockThatStopsWhereADayEndsOpensNoOtherDay() {
        pod.until(at("Wed 00:00"), Facts.started("T-1", at("Mon 10:00"), ANA));

        List<MetricRow> rows = pod.atTheEnd(at("Wed 00:00"));

        assertThat(rows).extracting(MetricRow::grain).containsOnly(WEEK);
        assertThat(pod.of(WIP, ALL, DAY))
                .extracting(MetricRow::windowEnd)
                .containsExactly(at("Tue 00:00"), at("Wed 00:00"));
    }

    @Test
    void aClockThatStopsWhereAWeekEndsOpensNothing() {
        pod.until(at("Mon+1 00:00"), Facts.started("T-1", at("Mon 10:00"), ANA));

        assertThat(pod.atTheEnd(at("Mon+1 00:00"))).isEmpty();
    }

    @Test
    void aDayWhoseFirstInstantHoldsSomethingIsReportedEvenIfTheClockStopsThere() {
        pod.until(
                at("Tue 00:00"),
                Facts.finished("T-1", at("Mon 10:00"), 4, ANA),
                Facts.finished("T-2", at("Tue 00:00"), 4, ANA));

        assertThat(pod.atTheEnd(at("Tue 00:00")))
                .filteredOn(row -> row.grain() == DAY && row.metric() == THROUGHPUT)
                .filteredOn(row -> row.split() == ALL)
                .extracting(MetricRow::windowStart)
                .containsExactly(at("Tue 00:00"));
    }

    @Test
    void daysAndWeeksFollowTheClocksOfTheOrganisation() {
        // Madrid: Saturday 28 March 2026 starts at 23:00 UTC; on Sunday clocks go forward at 01:00
        // UTC, so Sunday has 23 hours and Monday starts at 22:00 UTC.
        PodRows madrid = new PodRows(Organisation.in(ZoneId.of("Europe/Madrid")));
        madrid.until(
                Instant.parse("2026-03-30T22:00:00Z"),
                Facts.finished("T-1", Instant.parse("2026-03-28T23:30:00Z"), 4, ANA),
                Facts.finished("T-2", Instant.parse("2026-03-29T21:59:59Z"), 4, ANA),
                Facts.finished("T-3", Instant.parse("2026-03-29T22:00:00Z"), 4, ANA));

        List<MetricRow> days = madrid.of(THROUGHPUT, ALL, DAY);
        assertThat(days)
                .extracting(MetricRow::windowStart)
                .containsExactly(
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(days).extracting(row -> row.measure().value()).containsExactly(2.0, 1.0);
        assertThat(Duration.between(days.get(0).windowStart(), days.get(0).windowEnd()))
                .isEqualTo(Duration.ofHours(23));
        MetricRow week = madrid.of(THROUGHPUT, ALL, WEEK).get(0);
        assertThat(week.windowStart()).isEqualTo(Instant.parse("2026-03-22T23:00:00Z"));
        assertThat(week.windowEnd()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(week.measure().value()).isEqualTo(2);
    }

    @Test
    void quietDaysInAutumnHaveTwentyFiveHoursToo() {
        // Madrid: Sunday 25 October 2026 runs from Saturday 22:00 UTC to Sunday 23:00 UTC.
        PodRows madrid = new PodRows(Organisation.in(ZoneId.of("Europe/Madrid")));
        madrid.until(
                Instant.parse("2026-10-26T23:00:00Z"),
                Facts.started("T-1", Instant.parse("2026-10-24T10:00:00Z"), ANA));

        assertThat(madrid.of(WIP, ALL, DAY))
                .extracting(MetricRow::windowStart)
                .containsExactly(
                        Instant.parse("2026-10-23T22:00:00Z"),
                        Instant.parse("2026-10-24T22:00:00Z"),
                        Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void aSplitAppearsOnlyWhereSomebodyOfThatKindHasSomething() {
        pod.until(at("Tue 00:00"), Facts.started("T-1", at("Mon 10:00"), ROBOT));

        assertThat(pod.of(WIP, AGENT, DAY)).hasSize(1);
        assertThat(pod.of(WIP, HUMAN, DAY)).isEmpty();
        assertThat(pod.of(WIP, ALL, DAY)).hasSize(1);
    }

    @Test
    void whatWaitsForAGroupIsOnlyInAll() {
        pod.until(at("Tue 00:00"), Facts.opened("H-1", at("Mon 10:00"), null));

        assertThat(pod.ofDay(OPEN_HANDOFFS, ALL).value()).isEqualTo(1);
        assertThat(pod.of(OPEN_HANDOFFS, HUMAN, DAY)).isEmpty();
    }

    @Test
    void theOrderOfFactsDoesNotDependOnTheirArrival() {
        List<PodFact> facts =
                new ArrayList<>(
                        List.of(
                                PracticeFacts.activity("acme", "red", at("Mon 10:00"), ANA, 2),
                                PracticeFacts.activity("acme", "red", at("Mon 10:00"), ANA, 3),
                                PracticeFacts.activity("acme", "red", at("Mon 10:00"), ROBOT, 2),
                                FamilyFacts.deployment("D-1", at("Mon 10:00"), false, false),
                                FamilyFacts.failedLater(
                                        "D-1", at("Mon 10:00"), at("Mon 10:00"), false),
                                FamilyFacts.restored("D-1", at("Mon 10:00")),
                                FamilyFacts.plan(PodFactKind.PLAN_CLOSED, "S-1", at("Mon 10:00")),
                                FamilyFacts.plan(PodFactKind.PLAN_CLOSED, "S-2", at("Mon 10:00"))));
        facts.sort(PodFact.FOLD_ORDER);
        List<PodFact> once = List.copyOf(facts);
        Collections.reverse(facts);
        facts.sort(PodFact.FOLD_ORDER);

        assertThat(facts).isEqualTo(once);
    }

    @Test
    void aRowSaysHowMuchOfItsWindowWasHeard() {
        pod.heard((name, from, until, evidence) -> from.equals(at("Tue 00:00")) ? 0.5 : 1.0);
        pod.until(at("Wed 00:00"), Facts.started("T-1", at("Mon 10:00"), ANA));

        assertThat(pod.of(WIP, ALL, DAY))
                .extracting(MetricRow::completeness)
                .containsExactly(1.0, 0.5);
    }

    @Test
    void whatRestsOnEvidenceSaysHowMuchOfItWasHeard() {
        pod.heard((name, from, until, evidence) -> evidence ? 0.5 : 1.0);
        pod.until(
                at("Tue 00:00"),
                FamilyFacts.deployment("D-1", at("Mon 10:00"), true, false),
                Facts.started("T-1", at("Mon 10:00"), ANA),
                PracticeFacts.claim("acme", "red", at("Mon 11:00"), "T-2", "e-2", ANA, true));

        for (Metric metric : List.of(DEPLOYMENT_FREQUENCY, CHANGE_FAILURE_RATE, VERIFIED_SHARE)) {
            assertThat(pod.of(metric, ALL, DAY))
                    .extracting(MetricRow::completeness)
                    .containsExactly(0.5);
        }
        assertThat(pod.of(WIP, ALL, DAY)).extracting(MetricRow::completeness).containsExactly(1.0);
    }

    @Test
    void aPodThatHasHadAFamilyIsRememberedWhenNothingIsOpen() {
        pod.until(at("Mon+1 00:00"), FamilyFacts.deployment("D-1", at("Mon 10:00"), true, false));
        assertThat(pod.ledger().isIdle()).isFalse();
        assertThat(pod.wakeAt()).isNull();
    }
}

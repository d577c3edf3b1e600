package dev.plumbline.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.drift.Detector;
import dev.plumbline.drift.Direction;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PodDriftRuleTest {

    private static List<DriftSignal> signals(List<DriftSignal> told) {
        return told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
    }

    private static List<DriftSignal> of(List<DriftSignal> told, String metric, String split) {
        return told.stream()
                .filter(row -> row.metric().equals(metric) && row.split().equals(split))
                .toList();
    }

    @Test
    void aPodThatTakesTwiceAsLongToPickUpHasOneSignalThatSaysSinceWhenAndHowMuch() {
        // Twenty weeks of latencies of 20, 30 ... 120 minutes: median 70; then of 40 to 240.
        DriftStory story = new DriftStory().weeks(20, 1);
        Instant changed = story.now();
        story.weeks(4, 2);

        List<DriftSignal> told = signals(story.told());
        assertThat(told).extracting(DriftSignal::id).containsOnly(told.get(0).id());
        DriftSignal opened = told.get(0);
        assertThat(opened.metric()).isEqualTo("handoff_latency");
        assertThat(opened.split()).isEqualTo("all");
        assertThat(opened.direction()).isEqualTo(Direction.UP);
        assertThat(opened.referenceN()).isEqualTo(100);
        assertThat(opened.referenceMedian()).isCloseTo(70, within(0.01));
        assertThat(opened.onsetAt())
                .isBetween(changed.minus(Duration.ofDays(3)), changed.plus(Duration.ofDays(4)));
        assertThat(opened.openedAt()).isBefore(changed.plus(Duration.ofDays(14)));
        // 140 minutes for 70: 141 / 71 on the scale of minutes + 1.
        DriftSignal last = told.get(told.size() - 1);
        assertThat(last.effect()).isCloseTo(2, within(0.25));
        assertThat(last.effectLow()).isBetween(1.3, 2.0);
        assertThat(last.items()).isNotEmpty().allMatch(item -> item.startsWith("T-"));
    }

    @Test
    void aPodThatGoesOnAsItWasHasNone() {
        assertThat(signals(new DriftStory().weeks(60, 1).told())).isEmpty();
    }

    @Test
    void aPodInWhichNothingHappensHasNone() {
        DriftStory story = new DriftStory().passes(Duration.ofDays(400));
        assertThat(story.told()).isEmpty();
        assertThat(story.drift().metrics()).isEmpty();
    }

    @Test
    void aMonthOfHolidaysWithHandoffsOpenIsNone() {
        // The shop is closed from 15 June to 17 July 2026, with eight handoffs nobody picked up.
        DriftStory story = new DriftStory(DriftStory.CLOSED_IN_SUMMER).weeksUntilClosing();
        int before = story.told().size();
        story.opens(8).passes(Duration.ofDays(33));
        assertThat(story.now()).isAfter(Instant.parse("2026-07-17T23:00:00Z"));
        assertThat(story.told()).hasSize(before);
    }

    @Test
    void theSameHandoffsLeftLyingOnWorkingDaysAreAStop() {
        DriftStory story = new DriftStory().weeks(20, 1).opens(8).passes(Duration.ofDays(14));
        DriftSignal signal = signals(story.told()).get(0);
        assertThat(signal.detector()).isEqualTo(Detector.SURVIVAL);
        assertThat(signal.metric()).isEqualTo("handoff_latency");
        // Eight wait, none has been completed since.
        assertThat(signal.censoredShare()).isGreaterThan(0.5);
    }

    @Test
    void whereManyHandoffsBounceThoseThatWaitAreNoStop() {
        DriftStory story = new DriftStory().inWhichManyBounce().weeks(40, 1);
        assertThat(story.told()).isEmpty();
        // A change of those that are picked up is told all the same.
        assertThat(signals(story.weeks(6, 2).told()))
                .isNotEmpty()
                .extracting(DriftSignal::metric)
                .containsOnly("handoff_latency");
    }

    @Test
    void whatGoesOnInTheSameInstantHasNotEnded() {
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        Endings ended = Endings.NONE.leaves("T-1", at);
        assertThat(ended.otherwise()).isEqualTo(1);
        assertThat(ended.goesOn("T-1", at).otherwise()).isZero();
        assertThat(ended.goesOn("T-2", at).otherwise()).isEqualTo(1);
        assertThat(ended.goesOn("T-1", at.plusSeconds(1)).otherwise()).isEqualTo(1);
    }

    @Test
    void openOnesSpeakWhereNineteenOfTwentyAreCompleted() {
        Endings endings = Endings.NONE;
        for (int at = 0; at < 38; at++) {
            endings = endings.completes();
        }
        // 38 of 40; with one more that has been lying for weeks 38 of 41.
        Endings twoLost = endings.leaves("T-1", Instant.EPOCH).leaves("T-2", Instant.EPOCH);
        assertThat(twoLost.tick(0).spoke()).isTrue();
        assertThat(twoLost.tick(1).spoke()).isFalse();
    }

    @Test
    void whereTheSourceIsSilentNothingStops() {
        DriftStory story = new DriftStory().weeks(20, 1).hearsFrom("tool:one").opens(8);
        int before = story.told().size();
        story.silence("tool:one", Duration.ofDays(14)).passes(Duration.ofDays(14));
        assertThat(story.told()).hasSize(before);
    }

    @Test
    void whatIsPulledOrBouncesIsNoLatency() {
        DriftStory story = new DriftStory().pullsAndBounces(200);
        assertThat(story.drift().metrics()).doesNotContainKey("HANDOFFS");
        assertThat(story.drift().handoffs()).isEmpty();
    }

    @Test
    void peopleAndAgentsAreWatchedApartOnceAgentsTakeWork() {
        DriftStory story = new DriftStory().weeks(10, 1);
        assertThat(story.drift().metrics()).containsOnlyKeys("HANDOFFS");
        story.agentPicksUp().weeks(1, 1);
        assertThat(story.drift().metrics())
                .containsOnlyKeys("HANDOFFS", "HANDOFFS_TO_HUMANS", "HANDOFFS_TO_AGENTS");
    }

    @Test
    void ofOnePersonAloneNothingIsTold() {
        DriftStory alone = new DriftStory().byOnePerson().agentPicksUp().weeks(20, 1).weeks(4, 3);
        assertThat(of(alone.told(), "handoff_latency", "all")).isNotEmpty();
        assertThat(of(alone.told(), "handoff_latency", "human")).isEmpty();
        DriftStory several = new DriftStory().agentPicksUp().weeks(20, 1).weeks(4, 3);
        assertThat(of(several.told(), "handoff_latency", "human")).isNotEmpty();
    }

    @Test
    void itemsThatComeBackMoreOftenAreASignalOfRework() {
        // One item of ten comes back, later six of ten.
        DriftStory story = new DriftStory().finishes(200, 1).finishes(50, 6);
        List<DriftSignal> rework = signals(of(story.told(), "rework_rate", "all"));
        assertThat(rework).isNotEmpty();
        assertThat(rework.get(0).direction()).isEqualTo(Direction.UP);
        assertThat(rework.get(0).referenceMedian()).isCloseTo(0.1, within(0.001));
    }

    @Test
    void itDoesNotMatterHowTimeIsCut() {
        List<DriftSignal> atOnce = new DriftStory().weeks(20, 1).weeks(6, 2).toldAtOnce();
        assertThat(atOnce).isNotEmpty();
        assertThat(new DriftStory().weeks(20, 1).weeks(6, 2).told()).isEqualTo(atOnce);
        assertThat(new DriftStory().weeks(20, 1).weeks(6, 2).toldInPieces(new Random(1)))
                .isEqualTo(atOnce);
    }

    @Test
    void whenThePodIsBackTheSignalIsResolved() {
        DriftStory story = new DriftStory().weeks(20, 1).weeks(4, 2).weeks(6, 1);
        List<DriftSignal> told = signals(story.told());
        DriftSignal last = told.get(told.size() - 1);
        assertThat(last.status()).isEqualTo(DriftStatus.RESOLVED);
        assertThat(last.resolvedAt()).isEqualTo(last.asOf());
    }

    @Test
    void aPodIsForgottenWhenNothingIsOpenAndItHasBeenSilentForLong() {
        DriftStory story = new DriftStory().weeks(20, 1);
        Instant last = story.drift().lastFactAt();
        assertThat(story.drift().forgetAt(Duration.ofDays(400)))
                .isEqualTo(last.plus(Duration.ofDays(400)));
        story.passes(Duration.ofDays(401)).weeks(1, 1);
        assertThat(story.drift().metrics().get("HANDOFFS").isInsufficient()).isTrue();
        story.opens(1);
        assertThat(story.drift().forgetAt(Duration.ofDays(400))).isNull();
    }
}

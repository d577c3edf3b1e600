package dev.plumbline.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.drift.Detector;
import dev.plumbline.drift.Direction;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftStatus;
import dev.plumbline.drift.EvidenceStatus;
import dev.plumbline.drift.WhatIsMissing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PodDriftRuleTest {

    private static List<DriftSignal> signals(List<DriftSignal> told) {
        return told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
    }

    private static <T> T last(List<T> rows) {
        return rows.get(rows.size() - 1);
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
        assertThat(alone.evidence("handoff_latency", "human"))
                .isNotEmpty()
                .allMatch(row -> row.missing() == WhatIsMissing.SUPPRESSED)
                .allMatch(row -> row.episodes() == null && row.referenceMedian() == null);
    }

    @Test
    void aSlowdownOfPeopleInAPodWithAgentsIsOneDrift() {
        DriftStory story = new DriftStory().agentPicksUp().weeks(20, 1).weeks(4, 3);
        assertThat(of(story.told(), "handoff_latency", "all")).isNotEmpty();
        assertThat(of(story.told(), "handoff_latency", "human")).isEmpty();
        // Of people alone it is known all the same, and under which name it was told.
        DriftEvidence people = last(story.evidence("handoff_latency", "human"));
        assertThat(people.status()).isEqualTo(EvidenceStatus.SIGNAL);
        assertThat(people.signalId()).isEqualTo(story.told().get(0).id());
    }

    @Test
    void aReviewThatWasAskedForIsAHandoffAndNotWatchedTwice() {
        assertThat(new DriftStory().merges(3, true).drift().metrics())
                .containsOnlyKeys("REWORK", "CYCLES");
        assertThat(new DriftStory().merges(3, false).drift().metrics())
                .containsOnlyKeys("REWORK", "CYCLES", "PICKUPS");
    }

    @Test
    void beforeSixWeeksItIsSaidHowMuchIsMissing() {
        // The first two weeks are not counted, of the third the first handoff is not either: it is
        // picked up 13 days and 23:50 after the first one of all. 9 + 10 + 10 + 2 by 9 February.
        DriftStory story = new DriftStory().weeks(6, 1);
        List<DriftEvidence> told = story.evidence("handoff_latency", "all");
        assertThat(told)
                .extracting(row -> row.asOf().toString())
                .containsExactly(
                        "2026-01-06T00:00:00Z",
                        "2026-01-13T00:00:00Z",
                        "2026-01-20T00:00:00Z",
                        "2026-01-27T00:00:00Z",
                        "2026-02-03T00:00:00Z",
                        "2026-02-10T00:00:00Z");
        DriftEvidence sixth = last(told);
        assertThat(sixth.status()).isEqualTo(EvidenceStatus.INSUFFICIENT_DATA);
        assertThat(sixth.missing()).isEqualTo(WhatIsMissing.FEW_WEEKS);
        assertThat(sixth.episodes()).isEqualTo(31);
        assertThat(sixth.episodesNeeded()).isEqualTo(30);
        assertThat(sixth.weeks()).isEqualTo(5);
        assertThat(sixth.weeksNeeded()).isEqualTo(6);
        assertThat(sixth.eValue()).isNull();
    }

    @Test
    void afterSixWeeksItIsSaidWhatIsUsual() {
        DriftEvidence row =
                new DriftStory()
                        .weeks(7, 1).evidence("handoff_latency", "all").stream()
                                .filter(known -> known.status() == EvidenceStatus.USUAL)
                                .findFirst()
                                .orElseThrow();
        assertThat(row.asOf()).isEqualTo("2026-02-17T00:00:00Z");
        assertThat(row.missing()).isNull();
        // The one that is picked up at 13:00 + 90 minutes on 16 February is the forty-first; they
        // go back to the second one of 19 January, 13:00 + 80 minutes. Of each latency there are
        // three, and one more of all but 40, 60 and 100: the twenty-first is 70.
        assertThat(row.referenceN()).isEqualTo(41);
        assertThat(row.referenceOwn()).isEqualTo(41);
        assertThat(row.frozenAt()).isEqualTo("2026-02-16T14:30:00Z");
        assertThat(row.referenceSince()).isEqualTo("2026-01-19T14:20:00Z");
        assertThat(row.referenceMedian()).isCloseTo(70, within(0.01));
        assertThat(row.eValue()).isBetween(0.0, 5.0);
        assertThat(row.signalId()).isNull();
    }

    @Test
    void withOneHandoffAWeekThereAreTooFew() {
        DriftEvidence row = last(new DriftStory().quietWeeks(8).evidence("handoff_latency", "all"));
        assertThat(row.status()).isEqualTo(EvidenceStatus.INSUFFICIENT_DATA);
        assertThat(row.missing()).isEqualTo(WhatIsMissing.FEW_EPISODES);
        // Eight, less those of 5 and 12 January.
        assertThat(row.episodes()).isEqualTo(6);
        assertThat(row.weeks()).isEqualTo(6);
    }

    @Test
    void aDriftThatIsOpenIsNamedWithItsEvidence() {
        DriftStory story = new DriftStory().weeks(20, 1).weeks(4, 2);
        DriftEvidence row = last(story.evidence("handoff_latency", "all"));
        assertThat(row.status()).isEqualTo(EvidenceStatus.SIGNAL);
        assertThat(row.signalId()).isEqualTo(signals(story.told()).get(0).id());
        assertThat(row.direction()).isEqualTo(Direction.UP);
        assertThat(row.eValue()).isGreaterThan(100);
    }

    @Test
    void whereNothingChangesItIsToldAboutOnceAWeek() {
        int told = new DriftStory().weeks(60, 1).evidence().size();
        assertThat(told).isBetween(59, 80);
    }

    @Test
    void whatOpenedIsOverWhenItsPodIsForgotten() {
        DriftStory story = new DriftStory().weeks(20, 1).weeks(4, 2);
        String open = last(signals(story.told())).id();
        Instant forgotten = story.drift().lastFactAt().plus(Duration.ofDays(400));
        story.passes(Duration.ofDays(420)).weeks(1, 1);

        DriftSignal over = last(story.told());
        assertThat(over.id()).isEqualTo(open);
        assertThat(over.status()).isEqualTo(DriftStatus.FORGOTTEN);
        assertThat(over.resolvedAt()).isEqualTo(forgotten);
        assertThat(story.evidence("handoff_latency", "all"))
                .filteredOn(row -> !row.asOf().isBefore(forgotten))
                .extracting(DriftEvidence::missing)
                .containsExactly(WhatIsMissing.FORGOTTEN, WhatIsMissing.FEW_WEEKS);
    }

    @Test
    void whatOpenedIsOverWhenItsMetricHasDiedOutInAPodThatLivesOn() {
        // Two items are finished a working day: 580 in more than 400 days.
        DriftStory story = new DriftStory().weeks(20, 1).weeks(4, 2);
        String open = last(signals(story.told())).id();
        story.finishes(540, 1);
        assertThat(last(of(story.told(), "handoff_latency", "all")).status().isOver()).isFalse();
        story.finishes(40, 1);

        DriftSignal over = last(of(story.told(), "handoff_latency", "all"));
        assertThat(over.id()).isEqualTo(open);
        assertThat(over.status()).isEqualTo(DriftStatus.FORGOTTEN);
        assertThat(story.drift().metrics()).containsOnlyKeys("REWORK");
        assertThat(last(story.evidence("handoff_latency", "all")).missing())
                .isEqualTo(WhatIsMissing.FORGOTTEN);
        assertThat(last(story.evidence("rework_rate", "all")).status())
                .isEqualTo(EvidenceStatus.USUAL);
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
        DriftStory story = new DriftStory().weeks(20, 1).weeks(6, 2);
        PodDriftStep atOnce = story.atOnce();
        assertThat(atOnce.told()).isNotEmpty().isEqualTo(story.told());
        assertThat(atOnce.evidence()).isNotEmpty().isEqualTo(story.evidence());
        PodDriftStep pieces = story.inPieces(new Random(1));
        assertThat(pieces.told()).isEqualTo(atOnce.told());
        assertThat(pieces.evidence()).isEqualTo(atOnce.evidence());
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

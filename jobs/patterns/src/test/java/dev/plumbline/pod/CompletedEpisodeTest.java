package dev.plumbline.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Episode;
import dev.plumbline.drift.Stratum;
import dev.plumbline.time.Days;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletedEpisodeTest {

    private static final Days DAYS = new Days(ZoneOffset.UTC);
    private static final Party ANA = new Party("ana", ActorKind.HUMAN, "test");
    private static final Party ROBOT = new Party("robot", ActorKind.AGENT, "test");

    /** A Thursday. */
    private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");

    private static float minutes(long minutes) {
        return (float) Episode.scale(Duration.ofMinutes(minutes).toMillis());
    }

    @Test
    void aHandoffIsOneOfAllAndOfItsReceiversKind() {
        List<CompletedEpisode> ofAna =
                CompletedEpisode.of(Facts.pickedUp("T-1", AT, 3000, ANA), DAYS);
        assertThat(ofAna).hasSize(1);
        assertThat(ofAna.get(0).value()).isEqualTo(minutes(50));
        assertThat(ofAna.get(0).metrics())
                .containsExactly(DriftMetric.HANDOFFS, DriftMetric.HANDOFFS_TO_HUMANS);
        assertThat(
                        CompletedEpisode.of(Facts.pickedUp("T-1", AT, 3000, ROBOT), DAYS)
                                .get(0)
                                .metrics())
                .containsExactly(DriftMetric.HANDOFFS, DriftMetric.HANDOFFS_TO_AGENTS);
    }

    @Test
    void whatWasPulledOrBouncedOrHasOnlyBegunIsNone() {
        assertThat(CompletedEpisode.of(Facts.pulled("T-1", AT, ANA), DAYS)).isEmpty();
        assertThat(CompletedEpisode.of(Facts.bounced("T-1", AT, 3000, ANA), DAYS)).isEmpty();
        assertThat(CompletedEpisode.of(Facts.opened("T-1", AT, ANA), DAYS)).isEmpty();
    }

    @Test
    void aFinishedBugBelongsToTheDayItWasStarted() {
        FinishedItem bug =
                new FinishedItem(
                        7200L,
                        null,
                        0,
                        0,
                        0,
                        1,
                        0,
                        false,
                        0,
                        null,
                        new WorkCategory(null, "Bug"),
                        false,
                        null);
        Instant tuesday = Instant.parse("2026-03-03T09:00:00Z");
        PodFact fact =
                new PodFact(
                        "acme",
                        "red",
                        PodFactKind.ITEM_FINISHED,
                        AT,
                        "work_item:T-1",
                        0,
                        "work_item:T-1",
                        ActorKind.HUMAN,
                        "ana",
                        tuesday,
                        null,
                        false,
                        null,
                        bug);
        assertThat(CompletedEpisode.of(fact, DAYS))
                .containsExactly(
                        new CompletedEpisode(
                                "acme",
                                "red",
                                DriftMetric.CYCLES,
                                AT,
                                minutes(120),
                                new Stratum("bug", "unknown", 2)));
    }

    @Test
    void aMergedChangeIsItsCycleAndItsPickup() {
        MergedChange merged =
                new MergedChange(
                        ActorKind.HUMAN, "ana", 600L, null, null, null, null, true, null, false);
        Instant sunday = Instant.parse("2026-03-01T09:00:00Z");
        FinishedItem change =
                new FinishedItem(
                        3600L,
                        null,
                        0,
                        0,
                        0,
                        1,
                        0,
                        false,
                        0,
                        sunday,
                        new WorkCategory(null, null),
                        false,
                        merged);
        List<CompletedEpisode> episodes =
                CompletedEpisode.of(Facts.finished("change:7", AT, change, ANA), DAYS);
        // The start of its cycle was not seen; it was opened on a Sunday.
        assertThat(episodes)
                .extracting(CompletedEpisode::metric)
                .containsExactly(DriftMetric.CYCLES, DriftMetric.PICKUPS);
        assertThat(episodes)
                .extracting(CompletedEpisode::stratum)
                .containsExactly(
                        new Stratum("change", "unknown", 0), new Stratum("change", "unknown", 7));
        assertThat(episodes.get(1).value()).isEqualTo(minutes(10));
    }
}

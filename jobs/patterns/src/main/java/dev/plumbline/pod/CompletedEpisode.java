package dev.plumbline.pod;

import dev.plumbline.drift.Episode;
import dev.plumbline.drift.Stratum;
import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.time.Days;
import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An episode of a duration that was completed in a pod, for what its organisation learns of it.
 *
 * @param metric of a handoff that of its receiver's kind, or of all where nobody's
 * @param value ln(effective minutes + 1)
 */
public record CompletedEpisode(
        String org, String pod, DriftMetric metric, Instant at, float value, Stratum stratum) {

    /** Within a pod and metric; those it cannot tell apart are the same. */
    public static final Comparator<CompletedEpisode> ORDER =
            Comparator.comparing(CompletedEpisode::at)
                    .thenComparingDouble(CompletedEpisode::value)
                    .thenComparing(episode -> episode.stratum().workType())
                    .thenComparing(episode -> episode.stratum().size())
                    .thenComparingInt(episode -> episode.stratum().weekday());

    /** The episodes that a fact completes: mostly none. */
    public static List<CompletedEpisode> of(PodFact fact, Days days) {
        return switch (fact.kind()) {
            case HANDOFF_ENDED -> handedOver(fact, days);
            case ITEM_FINISHED -> finished(fact, days);
            default -> List.of();
        };
    }

    /** The metrics whose episode it is. */
    public List<DriftMetric> metrics() {
        return switch (metric) {
            case HANDOFFS_TO_HUMANS, HANDOFFS_TO_AGENTS -> List.of(DriftMetric.HANDOFFS, metric);
            default -> List.of(metric);
        };
    }

    /** What makes a change comparable: when it was opened. */
    static Stratum ofPickup(PodFact fact, Days days) {
        return EpisodeStratum.of(fact, fact.finished().createdAt(), days);
    }

    private static List<CompletedEpisode> handedOver(PodFact fact, Days days) {
        if (fact.pull() || fact.outcome() != HandoffOutcome.PICKED_UP) {
            return List.of();
        }
        DriftMetric metric =
                fact.actorKind() == ActorKind.AGENT
                        ? DriftMetric.HANDOFFS_TO_AGENTS
                        : fact.actorKind() == ActorKind.HUMAN
                                ? DriftMetric.HANDOFFS_TO_HUMANS
                                : DriftMetric.HANDOFFS;
        Stratum stratum = EpisodeStratum.of(fact, fact.since(), days);
        return List.of(of(fact, metric, fact.effectiveSeconds(), stratum));
    }

    private static List<CompletedEpisode> finished(PodFact fact, Days days) {
        FinishedItem finished = fact.finished();
        List<CompletedEpisode> episodes = new ArrayList<>(2);
        if (finished.cycleSeconds() != null) {
            Stratum stratum = EpisodeStratum.of(fact, fact.since(), days);
            episodes.add(of(fact, DriftMetric.CYCLES, finished.cycleSeconds(), stratum));
        }
        MergedChange merged = finished.merged();
        if (merged != null && merged.pickupSeconds() != null && !merged.reviewRequested()) {
            long seconds = merged.pickupSeconds();
            episodes.add(of(fact, DriftMetric.PICKUPS, seconds, ofPickup(fact, days)));
        }
        return episodes;
    }

    private static CompletedEpisode of(
            PodFact fact, DriftMetric metric, long seconds, Stratum stratum) {
        float value = (float) Episode.scale(seconds * 1000);
        return new CompletedEpisode(fact.org(), fact.pod(), metric, fact.at(), value, stratum);
    }
}

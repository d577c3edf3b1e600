package dev.plumbline.pod;

import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.KnownViews;
import dev.plumbline.drift.ToldEvidence;
import dev.plumbline.source.HeardContainers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is remembered of a pod to tell its drifts. The maps are written in place.
 *
 * @param handoffs push or pull, that wait, by id; an entry leaves when the handoff ends
 * @param inProgress items in progress, by type and id; an entry leaves when the item does
 * @param metrics by name of {@link DriftMetric}: those the pod has had an episode of, below 4 KB
 *     each; an entry leaves when none was completed for as long as a pod is remembered
 * @param evidence what was told last of each of those; an entry leaves with its metric
 * @param openDrifts ids of drifts that were told and are not over, by name of their metric; an
 *     entry leaves when the drift is over, or with its metric
 * @param pickers people who picked up a handoff, and when last; an entry leaves after eight weeks
 * @param handoffEndings how handoffs end
 * @param itemEndings how items in progress end
 * @param heard the containers the pod works in
 * @param views of the organisation: the one in force; it leaves when the next one is
 * @param toldUntil up to when open episodes have told their age; null while nothing is to be told
 * @param lastFactAt of all facts; null before the first
 */
public record PodDrift(
        String org,
        String pod,
        Map<String, WaitingEpisode> handoffs,
        Map<String, WaitingEpisode> inProgress,
        Map<String, DriftState> metrics,
        Map<String, ToldEvidence> evidence,
        Map<String, String> openDrifts,
        Map<String, Instant> pickers,
        Endings handoffEndings,
        Endings itemEndings,
        HeardContainers heard,
        KnownViews views,
        Instant toldUntil,
        Instant lastFactAt) {

    /** Nothing known yet. */
    public static PodDrift of(String org, String pod) {
        return new PodDrift(
                org,
                pod,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                Endings.NONE,
                Endings.NONE,
                HeardContainers.none(),
                KnownViews.NONE,
                null,
                null);
    }

    /**
     * When all of it can be forgotten unless something happens; null while something is open.
     *
     * @param forgetAfter the pod's last fact
     */
    public Instant forgetAt(Duration forgetAfter) {
        return isWaiting() || lastFactAt == null ? null : lastFactAt.plus(forgetAfter);
    }

    /** Whether a handoff or an item is open. */
    public boolean isWaiting() {
        return !handoffs.isEmpty() || !inProgress.isEmpty();
    }

    PodDrift with(HeardContainers next) {
        return new PodDrift(
                org,
                pod,
                handoffs,
                inProgress,
                metrics,
                evidence,
                openDrifts,
                pickers,
                handoffEndings,
                itemEndings,
                next,
                views,
                toldUntil,
                lastFactAt);
    }

    PodDrift knowing(KnownViews next) {
        return new PodDrift(
                org,
                pod,
                handoffs,
                inProgress,
                metrics,
                evidence,
                openDrifts,
                pickers,
                handoffEndings,
                itemEndings,
                heard,
                next,
                toldUntil,
                lastFactAt);
    }

    PodDrift ending(Endings ofHandoffs, Endings ofItems) {
        return new PodDrift(
                org,
                pod,
                handoffs,
                inProgress,
                metrics,
                evidence,
                openDrifts,
                pickers,
                ofHandoffs,
                ofItems,
                heard,
                views,
                toldUntil,
                lastFactAt);
    }

    PodDrift tellingFrom(Instant next) {
        return new PodDrift(
                org,
                pod,
                handoffs,
                inProgress,
                metrics,
                evidence,
                openDrifts,
                pickers,
                handoffEndings,
                itemEndings,
                heard,
                views,
                next,
                lastFactAt);
    }

    PodDrift withFactAt(Instant at) {
        return new PodDrift(
                org,
                pod,
                handoffs,
                inProgress,
                metrics,
                evidence,
                openDrifts,
                pickers,
                handoffEndings,
                itemEndings,
                heard,
                views,
                toldUntil,
                at);
    }
}

package dev.plumbline.debt;

import java.time.Instant;

/**
 * A row of the ledger: what was expected of an episode, and what was seen.
 *
 * @param closedAt null while it is open
 * @param baselineSeconds what was usual when it opened, effective; 0 where all of it is lost
 * @param observedSeconds how long it took, effective, up to {@code asOf} while open
 * @param paidSeconds what other episodes that ran better than usual have paid of it
 * @param debtSeconds what is beyond the baseline and not paid
 * @param asOf when the row was decided
 */
public record DebtEntry(
        String org,
        String id,
        String pod,
        DebtCategory category,
        String objectType,
        String objectId,
        Instant openedAt,
        Instant closedAt,
        long baselineSeconds,
        long observedSeconds,
        long paidSeconds,
        long debtSeconds,
        Instant asOf) {

    static DebtEntry of(
            PodDebt pod, OpenEpisode episode, long observed, Instant closedAt, Instant asOf) {
        return new DebtEntry(
                pod.org(),
                id(episode),
                pod.pod(),
                episode.kind().category(),
                episode.objectType(),
                episode.objectId(),
                episode.openedAt(),
                closedAt,
                episode.baselineSeconds(),
                observed,
                episode.paidSeconds(),
                episode.owed(observed),
                asOf);
    }

    /** What has no id of its own is told apart by its beginning. */
    private static String id(OpenEpisode episode) {
        String id = episode.kind().category().word() + '/' + episode.id();
        return episode.kind().isStretch() ? id + '@' + episode.openedAt().toEpochMilli() : id;
    }
}

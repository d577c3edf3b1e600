package dev.plumbline.verification;

import java.util.List;

/**
 * What has been seen of the work on an item. Each list is bounded and sorted, and says the same in
 * whatever order its events were told.
 *
 * @param changes linked to it; of more than {@value TraceRule#CHANGES} the ones that ended first
 *     are forgotten
 * @param evidence since the item was last reopened or moved back, what {@link EvidenceRule} keeps:
 *     whoever claims, the earliest by somebody else is there
 * @param checks the latest result of each pipeline, of {@value TraceRule#PIPELINES} at most
 * @param workers since it is active, the first {@value TraceRule#WORKERS}
 */
public record Traces(
        List<LinkedChange> changes,
        List<Evidence> evidence,
        List<MergeCheck> checks,
        List<Worker> workers) {

    /** Nothing has been seen. */
    public static final Traces NONE = new Traces(List.of(), List.of(), List.of(), List.of());

    Traces withoutWorkers() {
        return new Traces(changes, evidence, checks, List.of());
    }

    Traces withWorkers(List<Worker> next) {
        return new Traces(changes, evidence, checks, next);
    }
}

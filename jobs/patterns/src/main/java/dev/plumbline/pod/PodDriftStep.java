package dev.plumbline.pod;

import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import java.util.List;

/**
 * What came of a stretch of a pod's time.
 *
 * @param told rows of drifts that have changed, in order
 * @param evidence what is known of metrics, where that has changed or is told again, in order
 */
public record PodDriftStep(PodDrift drift, List<DriftSignal> told, List<DriftEvidence> evidence) {}

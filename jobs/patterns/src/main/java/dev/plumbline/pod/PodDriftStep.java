package dev.plumbline.pod;

import dev.plumbline.drift.DriftSignal;
import java.util.List;

/**
 * What came of a stretch of a pod's time.
 *
 * @param told rows that have changed, in order
 */
public record PodDriftStep(PodDrift drift, List<DriftSignal> told) {}

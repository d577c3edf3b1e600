package dev.plumbline.pod;

import java.util.List;

/**
 * What one fact of a plan makes its pods count.
 *
 * @param plan after it
 * @param facts for the pods
 */
public record PlanStep(PlanPods plan, List<PodFact> facts) {}

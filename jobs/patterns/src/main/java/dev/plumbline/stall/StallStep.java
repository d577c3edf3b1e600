package dev.plumbline.stall;

import java.util.List;
import java.util.Set;

/**
 * What changed.
 *
 * @param changed rows of stalls that were detected, escalated or ended, in order
 * @param detected the ids of those that were detected, each told by its first row
 */
public record StallStep(PodWatch watch, List<Stall> changed, Set<String> detected) {}

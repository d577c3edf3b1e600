package dev.plumbline.stall;

import java.util.List;

/**
 * What changed.
 *
 * @param changed rows of stalls that were detected, escalated or ended, in order
 */
public record StallStep(PodWatch watch, List<Stall> changed) {}

package dev.plumbline.handoff;

import java.util.List;

/**
 * What one event did to the handoffs of an item.
 *
 * @param book what is remembered from now on
 * @param opened handoffs that opened and still wait
 * @param ended handoffs that ended, among them those that opened and were picked up at once
 */
public record HandoffStep(HandoffBook book, List<OpenHandoff> opened, List<Handoff> ended) {}

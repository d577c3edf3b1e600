package dev.plumbline.item;

import dev.plumbline.handoff.Handoff;
import dev.plumbline.pod.PodFact;
import java.util.List;

/**
 * What one event did to an item.
 *
 * @param ended handoffs that ended with it
 * @param facts what the pods concerned have to count, in order
 */
public record ItemStep(ItemTimeline timeline, List<Handoff> ended, List<PodFact> facts) {}

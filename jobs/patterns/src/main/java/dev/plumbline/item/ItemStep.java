package dev.plumbline.item;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.pod.PodFact;
import java.util.List;

/**
 * What one event, or the passing of time, did to an item.
 *
 * @param ended handoffs that ended with it
 * @param facts what the pods concerned have to count, in order
 * @param debts what the ledgers of the pods concerned have to hear, in order
 * @param signs of its silence, and of what is said of it
 * @param counted the event was the item's own and no repetition
 * @param pod of the item after an event of its own, else null
 */
public record ItemStep(
        ItemTimeline timeline,
        List<Handoff> ended,
        List<PodFact> facts,
        List<DebtFact> debts,
        Signs signs,
        boolean counted,
        String pod) {}

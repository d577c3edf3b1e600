package dev.plumbline.item;

import dev.plumbline.stall.CompletedGap;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.verification.ClaimJudged;
import java.util.List;

/**
 * What one event, or the passing of time, showed of an item's silence and of what is said of it.
 *
 * @param gap between two signs of work; null where none was completed
 * @param silences what the pod has to hear, in order
 * @param findings opened or ended
 * @param claims judged
 * @param firstEvidence the first trace from another tool reached the item
 * @param firstWorkItemLink it became known to belong to a work item
 */
public record Signs(
        CompletedGap gap,
        List<SilenceFact> silences,
        List<PlacedFinding> findings,
        List<ClaimJudged> claims,
        boolean firstEvidence,
        boolean firstWorkItemLink) {

    /** Nothing. */
    public static final Signs NONE = new Signs(null, List.of(), List.of(), List.of(), false, false);
}

package dev.plumbline.handoff;

import dev.plumbline.work.Party;
import java.util.List;

/**
 * What an item remembers about its handoffs.
 *
 * @param author who opened the change; null for a work item and where the opening was not seen
 * @param open handoffs that wait for their receiver, in the order they were opened; they leave when
 *     they end
 * @param opened how many handoffs the item has had
 */
public record HandoffBook(Ownership ownership, Party author, List<OpenHandoff> open, int opened) {

    /** Nobody has the ball and nothing is open. */
    public static final HandoffBook EMPTY = new HandoffBook(Ownership.NOBODY, null, List.of(), 0);
}

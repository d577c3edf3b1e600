package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * An item that finished, moved back or was reopened in the window.
 *
 * @param item type and id
 * @param unplanned created after the plan of that instant started; null where none was open, where
 *     the creation was not seen, and of a change
 * @param finished what it left behind, null where it did not finish
 */
public record CountedItem(
        String item,
        FinishedItem finished,
        ActorKind actorKind,
        String account,
        Boolean unplanned) {}

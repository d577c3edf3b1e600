package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;

/**
 * An item that finished, moved back or was reopened in the window.
 *
 * @param item type and id
 * @param finished what it left behind, null where it did not finish
 */
public record CountedItem(
        String item, FinishedItem finished, ActorKind actorKind, String account) {}

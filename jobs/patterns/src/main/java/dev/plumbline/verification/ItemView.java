package dev.plumbline.verification;

import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;

/**
 * What verification needs to know of an item, as of the event it is given with.
 *
 * @param type a work item or a change
 * @param state null before any event told
 * @param declared waiting, blocked, or flagged as blocked: it is said that it does not move
 * @param workItemLinked a change that is known to belong to a work item
 */
public record ItemView(
        ObjectType type,
        String id,
        String container,
        String workType,
        StateCategory state,
        boolean declared,
        Party owner,
        boolean workItemLinked) {}

package dev.plumbline.verification;

import dev.plumbline.work.Link;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * A change that belongs to the item, as far as its events have been told. They may be told in any
 * order: the latest one by its own time says the status.
 *
 * @param author who opened it; null where the opening was not seen
 * @param authorFor the person an agent that opened it acts for; may be null
 * @param closes it says that it closes the item
 * @param undoes it reverts another change
 * @param begunAt its earliest event seen; null where only a deployment of it was
 * @param status null where no event told it yet
 * @param deployedAt first successful deployment of it; null before
 */
public record LinkedChange(
        String id,
        Party author,
        String authorFor,
        boolean closes,
        boolean undoes,
        Instant begunAt,
        String begunEvent,
        ChangeStatus status,
        Instant statusAt,
        long statusSequence,
        String statusEvent,
        Instant deployedAt,
        String deployedEvent) {

    private static final Comparator<LinkedChange> LATER =
            Comparator.comparing(LinkedChange::statusAt)
                    .thenComparingLong(LinkedChange::statusSequence)
                    .thenComparing(LinkedChange::status)
                    .thenComparing(LinkedChange::statusEvent);

    static LinkedChange unseen(String id) {
        return new LinkedChange(
                id, null, null, false, false, null, null, null, null, 0, null, null, null);
    }

    /** Work on it goes on. */
    boolean isOpen() {
        return status == ChangeStatus.OPEN || (status == null && begunAt != null);
    }

    /**
     * It is part of the product: merged, or deployed where nothing else is known of it. A
     * deployment of an open change is a preview.
     */
    boolean isReal() {
        return status == ChangeStatus.MERGED
                || (status == null && begunAt == null && deployedAt != null);
    }

    /** Since when it is what it is; null where nothing is known. */
    Instant since() {
        if (status != null) {
            return statusAt;
        }
        return begunAt != null ? begunAt : deployedAt;
    }

    /** The event that made it what it is. */
    String sinceEvent() {
        if (status != null) {
            return statusEvent;
        }
        return begunAt != null ? begunEvent : deployedEvent;
    }

    /** With one event of its own. */
    LinkedChange with(WorkEvent event, String itemId) {
        boolean opened = false;
        ChangeStatus told = null;
        switch (event.type()) {
            case CHANGE_OPENED -> {
                opened = true;
                told = ChangeStatus.OPEN;
            }
            case CHANGE_REOPENED -> told = ChangeStatus.OPEN;
            case CHANGE_MERGED -> told = ChangeStatus.MERGED;
            case CHANGE_ABANDONED -> told = ChangeStatus.ABANDONED;
            case CHANGE_REVERTED -> told = ChangeStatus.REVERTED;
            default -> {}
        }
        boolean first = begunAt == null || isBefore(event, begunAt, begunEvent);
        LinkedChange seen =
                new LinkedChange(
                        id,
                        opened ? event.actor() : author,
                        opened ? event.actorFor() : authorFor,
                        closes || names(event, "closes", itemId),
                        undoes || event.links().stream().anyMatch(l -> "reverts".equals(l.rel())),
                        first ? event.occurredAt() : begunAt,
                        first ? event.id() : begunEvent,
                        status,
                        statusAt,
                        statusSequence,
                        statusEvent,
                        deployedAt,
                        deployedEvent);
        return told == null ? seen : seen.told(told, event);
    }

    LinkedChange deployed(WorkEvent event) {
        boolean first = deployedAt == null || isBefore(event, deployedAt, deployedEvent);
        return new LinkedChange(
                id,
                author,
                authorFor,
                closes,
                undoes,
                begunAt,
                begunEvent,
                status,
                statusAt,
                statusSequence,
                statusEvent,
                first ? event.occurredAt() : deployedAt,
                first ? event.id() : deployedEvent);
    }

    private LinkedChange told(ChangeStatus told, WorkEvent event) {
        LinkedChange next =
                new LinkedChange(
                        id,
                        author,
                        authorFor,
                        closes,
                        undoes,
                        begunAt,
                        begunEvent,
                        told,
                        event.occurredAt(),
                        event.sequence(),
                        event.id(),
                        deployedAt,
                        deployedEvent);
        if (status == null) {
            return next;
        }
        // Tools close what they have merged: a merged change is not abandoned.
        if (told == ChangeStatus.ABANDONED && status == ChangeStatus.MERGED) {
            return this;
        }
        if (told == ChangeStatus.MERGED && status == ChangeStatus.ABANDONED) {
            return next;
        }
        return LATER.compare(next, this) > 0 ? next : this;
    }

    private static boolean isBefore(WorkEvent event, Instant at, String id) {
        int order = event.occurredAt().compareTo(at);
        return order < 0 || (order == 0 && event.id().compareTo(id) < 0);
    }

    private static boolean names(WorkEvent event, String rel, String itemId) {
        for (Link link : event.links()) {
            if (rel.equals(link.rel()) && itemId.equals(link.id())) {
                return true;
            }
        }
        return false;
    }
}

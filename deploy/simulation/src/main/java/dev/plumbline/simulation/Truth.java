package dev.plumbline.simulation;

import java.time.Instant;
import java.util.List;

/**
 * One thing that is true of the simulated organisation.
 *
 * @param kind what happened: a fault, or {@code organisation pod holiday unlinked paused_item
 *     outage_item}
 * @param pod null for the whole organisation
 * @param objectType null where no single object is meant
 * @param from when it began: of a stall its last productive event, of a claim the event that makes
 *     it wrong
 * @param until when it ended; null where it lasts to the end of the simulation
 * @param size how much, in {@code unit}
 * @param find what must be found; empty where nothing may be
 * @param variant how it came about
 * @param event the event that makes it so
 * @param due the instant from which it can be found, after the grace
 * @param lastEvent of a stall: the last productive event before it
 * @param account who is meant, where one person is
 * @param container whose events are meant, where those of one are
 */
public record Truth(
        String kind,
        String pod,
        String objectType,
        String objectId,
        Instant from,
        Instant until,
        Double size,
        String unit,
        List<String> find,
        String variant,
        String event,
        Instant due,
        String lastEvent,
        String account,
        String container) {

    static Truth of(String kind, String pod, Instant from, Instant until) {
        return new Truth(
                kind, pod, null, null, from, until, null, null, List.of(), null, null, null, null,
                null, null);
    }

    Truth object(String type, String id) {
        return new Truth(
                kind, pod, type, id, from, until, size, unit, find, variant, event, due, lastEvent,
                account, container);
    }

    Truth size(double amount, String of) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                amount,
                of,
                find,
                variant,
                event,
                due,
                lastEvent,
                account,
                container);
    }

    Truth find(String... what) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                List.of(what),
                variant,
                event,
                due,
                lastEvent,
                account,
                container);
    }

    Truth variant(String name) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                find,
                name,
                event,
                due,
                lastEvent,
                account,
                container);
    }

    Truth event(String id, Instant dueAt) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                find,
                variant,
                id,
                dueAt,
                lastEvent,
                account,
                container);
    }

    Truth lastEvent(String id) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                find,
                variant,
                event,
                due,
                id,
                account,
                container);
    }

    Truth account(String who) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                find,
                variant,
                event,
                due,
                lastEvent,
                who,
                container);
    }

    Truth container(String where) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                until,
                size,
                unit,
                find,
                variant,
                event,
                due,
                lastEvent,
                account,
                where);
    }

    Truth until(Instant ended) {
        return new Truth(
                kind,
                pod,
                objectType,
                objectId,
                from,
                ended,
                size,
                unit,
                find,
                variant,
                event,
                due,
                lastEvent,
                account,
                container);
    }
}

package dev.plumbline.verification;

import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Result;
import dev.plumbline.work.Via;
import dev.plumbline.work.WorkEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Folds events into the traces of an item: a function of the set of events, not of their order. */
final class TraceRule {

    static final int CHANGES = 64;
    static final int PIPELINES = 16;
    static final int WORKERS = 32;

    private static final Comparator<Worker> EARLIER_WORK =
            Comparator.comparing(Worker::firstAt).thenComparing(Worker::firstEvent);

    private TraceRule() {}

    /** With the event of an object that is linked to the item. */
    static Traces linked(
            Traces traces, WorkEvent event, Via via, String itemId, Standing standing) {
        return new Traces(
                changes(traces.changes(), event, via, itemId),
                EvidenceRule.next(traces.evidence(), Evidence.in(event), standing),
                checks(traces.checks(), event, via),
                traces.workers());
    }

    /** With the event of the item itself: a change bears witness of itself. */
    static Traces own(Traces traces, WorkEvent event, Standing standing) {
        List<Evidence> evidence =
                EvidenceRule.next(traces.evidence(), Evidence.in(event), standing);
        return evidence == traces.evidence()
                ? traces
                : new Traces(traces.changes(), evidence, traces.checks(), traces.workers());
    }

    /** With the work in that event, if it is some. */
    static Traces worked(Traces traces, WorkEvent event, Standing standing) {
        boolean counts =
                event.isWork()
                        && standing.activeSince() != null
                        && event.occurredAt().isAfter(standing.activeSince());
        if (!counts) {
            return traces;
        }
        Traces after = worked(traces, event.actor().account(), event);
        return event.actorFor() == null ? after : worked(after, event.actorFor(), event);
    }

    /** What an agent does for somebody is also the work of whom it does it for. */
    private static Traces worked(Traces traces, String account, WorkEvent event) {
        Worker worker = new Worker(account, event.occurredAt(), event.id());
        Worker known = null;
        for (Worker one : traces.workers()) {
            known = one.account().equals(worker.account()) ? one : known;
        }
        if (known != null && EARLIER_WORK.compare(known, worker) <= 0) {
            return traces;
        }
        List<Worker> next = new ArrayList<>(traces.workers());
        next.remove(known);
        next.add(worker);
        next.sort(EARLIER_WORK);
        return traces.withWorkers(List.copyOf(first(WORKERS, next)));
    }

    private static List<LinkedChange> changes(
            List<LinkedChange> changes, WorkEvent event, Via via, String itemId) {
        boolean own = event.objectType() == ObjectType.CHANGE;
        boolean deployed =
                event.type() == EventType.DEPLOY_FINISHED
                        && event.result() == Result.SUCCESS
                        && via.type() == ObjectType.CHANGE;
        boolean tells = own && event.type() != EventType.CHANGE_COMMENTED;
        if (!tells && !deployed) {
            return changes;
        }
        String id = own ? event.objectId() : via.id();
        List<LinkedChange> next = new ArrayList<>(changes);
        LinkedChange known = LinkedChange.unseen(id);
        for (LinkedChange change : changes) {
            if (change.id().equals(id)) {
                known = change;
                next.remove(change);
            }
        }
        next.add(own ? known.with(event, itemId) : known.deployed(event));
        next.sort(Comparator.comparing(LinkedChange::id));
        forgetTheFirstThatEnded(next);
        return List.copyOf(next);
    }

    private static void forgetTheFirstThatEnded(List<LinkedChange> changes) {
        if (changes.size() > CHANGES) {
            changes.remove(
                    changes.stream()
                            .min(
                                    Comparator.comparing(LinkedChange::isOpen)
                                            .thenComparing(LinkedChange::since)
                                            .thenComparing(LinkedChange::id))
                            .orElseThrow());
        }
    }

    private static List<MergeCheck> checks(List<MergeCheck> checks, WorkEvent event, Via via) {
        MergeCheck seen = via.mergeCommit() ? MergeCheck.in(event) : null;
        if (seen == null) {
            return checks;
        }
        List<MergeCheck> next = new ArrayList<>(checks);
        for (MergeCheck known : checks) {
            if (known.pipeline().equals(seen.pipeline())) {
                if (MergeCheck.LATER.compare(known, seen) >= 0) {
                    return checks;
                }
                next.remove(known);
            }
        }
        next.add(seen);
        next.sort(Comparator.comparing(MergeCheck::red).thenComparing(MergeCheck.LATER).reversed());
        return List.copyOf(first(PIPELINES, next));
    }

    private static <T> List<T> first(int many, List<T> list) {
        return list.subList(0, Math.min(many, list.size()));
    }
}

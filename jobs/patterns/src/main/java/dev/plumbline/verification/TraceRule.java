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
    private static final int PRODUCERS = 2;

    private static final Comparator<Evidence> EARLIER =
            Comparator.comparing(Evidence::kind)
                    .thenComparing(Evidence::at)
                    .thenComparing(Evidence::event);
    private static final Comparator<Worker> EARLIER_WORK =
            Comparator.comparing(Worker::firstAt).thenComparing(Worker::firstEvent);

    private TraceRule() {}

    /** With the event of an object that is linked to the item. */
    static Traces linked(
            Traces traces, WorkEvent event, Via via, String itemId, Standing standing) {
        return new Traces(
                changes(traces.changes(), event, via, itemId),
                evidence(traces.evidence(), Evidence.in(event), standing),
                checks(traces.checks(), event, via),
                traces.workers());
    }

    /** With the event of the item itself: a change bears witness of itself. */
    static Traces own(Traces traces, WorkEvent event, Standing standing) {
        List<Evidence> evidence = evidence(traces.evidence(), Evidence.in(event), standing);
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
        Worker worker = new Worker(event.actor().account(), event.occurredAt(), event.id());
        List<Worker> next = new ArrayList<>(traces.workers());
        Worker known = null;
        for (Worker one : next) {
            known = one.account().equals(worker.account()) ? one : known;
        }
        if (known != null && EARLIER_WORK.compare(known, worker) <= 0) {
            return traces;
        }
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

    /** What a reopening has taken back makes room: the same producer may verify anew. */
    private static List<Evidence> evidence(
            List<Evidence> evidence, Evidence seen, Standing standing) {
        if (seen == null && !isAnyWithdrawn(evidence, standing)) {
            return evidence;
        }
        List<Evidence> all = new ArrayList<>(evidence);
        if (seen != null) {
            all.add(seen);
        }
        all.removeIf(one -> standing.isWithdrawn(one.at()));
        all.sort(EARLIER);
        List<Evidence> kept = new ArrayList<>();
        for (Evidence one : all) {
            List<Evidence> sameKind =
                    kept.stream().filter(other -> other.kind() == one.kind()).toList();
            boolean again = sameKind.stream().anyMatch(other -> sameProducer(one, other));
            if (!again && sameKind.size() < PRODUCERS) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isAnyWithdrawn(List<Evidence> evidence, Standing standing) {
        for (Evidence one : evidence) {
            if (standing.isWithdrawn(one.at())) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameProducer(Evidence one, Evidence other) {
        return one.producer() == null
                ? other.producer() == null
                : one.producer().equals(other.producer());
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

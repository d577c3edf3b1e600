package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;

/** Facts that do not come from the fold of an item: who worked, commits, plans, stalls, claims. */
public final class PracticeFacts {

    private PracticeFacts() {}

    /**
     * So many productive events of an account of the pod on the day of that instant.
     *
     * @param at an instant of the day that is not closed yet
     */
    public static PodFact activity(
            String org, String pod, Instant at, Party by, long productiveEvents) {
        String origin = "activity:" + by.account();
        return fact(
                org,
                pod,
                PodFactKind.ACTIVITY,
                at,
                origin,
                by.account(),
                by,
                null,
                productiveEvents);
    }

    /**
     * The pod's work was heard of from a container on the day of that instant.
     *
     * @param at an instant of the day that is not closed yet
     */
    public static PodFact heard(String org, String pod, Instant at, String container) {
        PodFactKind kind = PodFactKind.CONTAINER_HEARD;
        return fact(org, pod, kind, at, "container:" + container, container, null, null, null);
    }

    /**
     * Evidence of the pod's work came from a container on the day of that instant.
     *
     * @param at an instant of the day that is not closed yet
     */
    public static PodFact evidenceHeard(String org, String pod, Instant at, String container) {
        PodFactKind kind = PodFactKind.EVIDENCE_HEARD;
        return fact(org, pod, kind, at, "evidence:" + container, container, null, null, null);
    }

    /**
     * A commit, once it is known whether it belongs to a work item.
     *
     * @param at when that was known
     * @param linked it does
     */
    public static PodFact commit(
            String org, String pod, Instant at, String commit, Party author, boolean linked) {
        PodFactKind kind = linked ? PodFactKind.COMMIT_LINKED : PodFactKind.COMMIT_UNLINKED;
        return fact(org, pod, kind, at, "commit:" + commit, commit, author, null, null);
    }

    /**
     * A plan that started or was closed, for the pod that owns its container.
     *
     * @param event {@code plan.started} or {@code plan.closed}
     */
    public static PodFact plan(String pod, WorkEvent event) {
        PodFactKind kind =
                switch (event.type()) {
                    case PLAN_STARTED -> PodFactKind.PLAN_STARTED;
                    case PLAN_CLOSED -> PodFactKind.PLAN_CLOSED;
                    default ->
                            throw new IllegalArgumentException(
                                    "Neither start nor end of a plan: " + event.type());
                };
        Instant at = event.occurredAt();
        return plan(event.org(), pod, kind, at, 1, event.objectId(), at);
    }

    /** A plan that had started before it concerned the pod. */
    static PodFact planJoined(String org, String pod, Instant at, String plan, Instant startedAt) {
        return plan(org, pod, PodFactKind.PLAN_STARTED, at, 0, plan, startedAt);
    }

    private static PodFact plan(
            String org,
            String pod,
            PodFactKind kind,
            Instant at,
            long step,
            String plan,
            Instant since) {
        String origin = ObjectType.PLAN.word() + ":" + plan;
        return fact(org, pod, kind, at, origin, step, plan, null, since, null);
    }

    /**
     * Something that ought to move, or need not any more.
     *
     * @param item type and id of an item or a session
     * @param step position among the transitions of it
     */
    public static PodFact watch(
            String org,
            String pod,
            Instant at,
            String item,
            long step,
            Party owner,
            boolean starts) {
        PodFactKind kind = starts ? PodFactKind.WATCH_STARTED : PodFactKind.WATCH_ENDED;
        return fact(org, pod, kind, at, item, step, item, owner, at, null);
    }

    /**
     * A watched item that passed its threshold at that instant.
     *
     * @param item type and id
     * @param elapsed it is waited for by the clock on the wall, not in working time
     */
    public static PodFact stallOpened(
            String org,
            String pod,
            Instant threshold,
            String item,
            String stall,
            Party owner,
            boolean elapsed) {
        return new PodFact(
                org,
                pod,
                PodFactKind.STALL_OPENED,
                threshold,
                item,
                0,
                stall,
                Party.kindOf(owner),
                Party.accountOf(owner),
                threshold,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                elapsed);
    }

    /** The end of a stall, however it ended. */
    public static PodFact stallEnded(
            String org, String pod, Instant at, String item, String stall, Party owner) {
        return fact(org, pod, PodFactKind.STALL_ENDED, at, item, stall, owner, null, null);
    }

    /**
     * A claim that was judged.
     *
     * @param item type and id of what is claimed to be done
     * @param verified independent evidence came within grace
     */
    public static PodFact claim(
            String org,
            String pod,
            Instant judgedAt,
            String item,
            String claim,
            Party claimer,
            boolean verified) {
        PodFactKind kind = verified ? PodFactKind.CLAIM_VERIFIED : PodFactKind.CLAIM_UNVERIFIED;
        return fact(org, pod, kind, judgedAt, item, claim, claimer, null, null);
    }

    private static PodFact fact(
            String org,
            String pod,
            PodFactKind kind,
            Instant at,
            String origin,
            String subject,
            Party party,
            Instant since,
            Long count) {
        return fact(org, pod, kind, at, origin, 0, subject, party, since, count);
    }

    private static PodFact fact(
            String org,
            String pod,
            PodFactKind kind,
            Instant at,
            String origin,
            long step,
            String subject,
            Party party,
            Instant since,
            Long count) {
        ActorKind actorKind = Party.kindOf(party);
        return new PodFact(
                org,
                pod,
                kind,
                at,
                origin,
                step,
                subject,
                actorKind,
                Party.accountOf(party),
                since,
                null,
                false,
                null,
                null,
                count,
                null,
                null,
                null,
                null);
    }
}

package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.Comparator;

/**
 * One transition that a pod counts, of an item or of something else that happens in it. Only
 * transitions reach the pod, not every event; what only a few kinds carry is null on the others.
 *
 * @param item type and id of the item, or of whatever else made the transition
 * @param step position of the transition among those of the item, so that the order of facts of one
 *     instant is a function of the events
 * @param subject what opens and ends: the item, or the id of the handoff, stall, plan, deployment
 * @param actorKind which split, and where nothing else says so whose clock: receiver's or owner's
 *     kind, null where nobody's
 * @param account who contributes (a pseudonym), to know when fewer than two people do; may be null
 * @param since handoff opened, item started (also of a finished item), stall passed its threshold,
 *     deployment failed, plan began
 * @param outcome of an ended handoff, else null
 * @param pull of a handoff: the receiver took it
 * @param effectiveSeconds of an ended handoff, else null
 * @param finished of a finished item, else null
 * @param count productive events, of activity, else null
 * @param category of an item put into a plan, in progress, or in a handoff where its type is told;
 *     else null
 * @param deployedChange of a change that reached production, else null
 * @param deployment of a deployment that ended or failed, else null
 * @param elapsed of a stall that opened: it lasts by the clock on the wall, not in working time;
 *     else null
 */
public record PodFact(
        String org,
        String pod,
        PodFactKind kind,
        Instant at,
        String item,
        long step,
        String subject,
        ActorKind actorKind,
        String account,
        Instant since,
        HandoffOutcome outcome,
        boolean pull,
        Long effectiveSeconds,
        FinishedItem finished,
        Long count,
        WorkCategory category,
        DeployedChange deployedChange,
        EndedDeployment deployment,
        Boolean elapsed) {

    /**
     * The order in which a pod folds its facts, whatever order they arrived in. Facts of one item
     * are told apart by their step, all others by what they say: those it cannot tell apart are the
     * same to the pod.
     */
    public static final Comparator<PodFact> FOLD_ORDER =
            Comparator.comparing(PodFact::at)
                    .thenComparing(fact -> fact.kind() == PodFactKind.PLAN_CLOSED)
                    .thenComparing(PodFact::item)
                    .thenComparingLong(PodFact::step)
                    .thenComparing(PodFact::kind)
                    .thenComparing(PodFact::subject)
                    .thenComparing(PodFact::account, Comparator.nullsFirst(String::compareTo))
                    .thenComparing(PodFact::count, Comparator.nullsFirst(Long::compareTo));

    /** A fact of the base metrics. */
    public PodFact(
            String org,
            String pod,
            PodFactKind kind,
            Instant at,
            String item,
            long step,
            String subject,
            ActorKind actorKind,
            String account,
            Instant since,
            HandoffOutcome outcome,
            boolean pull,
            Long effectiveSeconds,
            FinishedItem finished) {
        this(
                org,
                pod,
                kind,
                at,
                item,
                step,
                subject,
                actorKind,
                account,
                since,
                outcome,
                pull,
                effectiveSeconds,
                finished,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, told to another pod. */
    PodFact to(String otherPod) {
        return new PodFact(
                org,
                otherPod,
                kind,
                at,
                item,
                step,
                subject,
                actorKind,
                account,
                since,
                outcome,
                pull,
                effectiveSeconds,
                finished,
                count,
                category,
                deployedChange,
                deployment,
                elapsed);
    }

    /** The same of the subject and the item, as another transition. */
    PodFact as(PodFactKind otherKind) {
        return new PodFact(
                org,
                pod,
                otherKind,
                at,
                item,
                step,
                subject,
                actorKind,
                account,
                since,
                outcome,
                pull,
                effectiveSeconds,
                finished,
                count,
                category,
                deployedChange,
                deployment,
                elapsed);
    }
}

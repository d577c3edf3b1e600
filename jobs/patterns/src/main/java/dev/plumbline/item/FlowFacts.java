package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.flow.ChangePhases;
import dev.plumbline.flow.ProgressStep;
import dev.plumbline.pod.DeployedChange;
import dev.plumbline.pod.MergedChange;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PodFactKind;
import dev.plumbline.pod.WorkCategory;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EventType;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one event makes the pods count of an item's changes and plans. */
final class FlowFacts {

    private final ItemTimeline before;
    private final ItemTimeline after;
    private final WorkEvent event;
    private final Instant at;
    private final List<PodFact> facts;

    /**
     * @param at when the item hears of the event
     * @param facts told so far; what is told here is added
     */
    FlowFacts(
            ItemTimeline before,
            ItemTimeline after,
            WorkEvent event,
            Instant at,
            List<PodFact> facts) {
        this.before = before;
        this.after = after;
        this.event = event;
        this.at = at;
        this.facts = facts;
    }

    static WorkCategory category(ItemTimeline item) {
        return new WorkCategory(item.flow().epic(), item.workType());
    }

    /** What a change leaves behind when it is merged; null for a work item. */
    static MergedChange merged(ItemTimeline item) {
        if (item.type() != ObjectType.CHANGE) {
            return null;
        }
        ChangePhases phases = item.flow().phases();
        Party author = item.handoffs().author();
        return new MergedChange(
                Party.kindOf(author),
                Party.accountOf(author),
                phases.pickupSeconds(),
                phases.reviewWaitReviewersSeconds(),
                phases.reviewWaitAuthorSeconds(),
                phases.reworkSeconds(),
                phases.mergeDelaySeconds(),
                phases.reviewedByHuman(),
                linked(item),
                phases.reviewRequested());
    }

    /** What was not seen from its opening may have named its work item then. */
    private static Boolean linked(ItemTimeline item) {
        if (item.flow().linked()) {
            return true;
        }
        return item.createdAt() == null ? null : Boolean.FALSE;
    }

    /** Of a change of an agent that went back, or was reverted: the pod that has or had it. */
    void reworked(ProgressStep progress, String pod) {
        boolean back = progress.movedBack() || event.type() == EventType.CHANGE_REVERTED;
        boolean change = after.type() == ObjectType.CHANGE;
        if (back && change && Party.kindOf(author()) == ActorKind.AGENT) {
            add(PodFactKind.AGENT_CHANGE_REWORKED, pod, after.key(), author(), null, null);
        }
    }

    /** Of work on an object linked to the item. */
    void linked(Directory directory) {
        Instant deployedAt = after.flow().phases().deployedAt();
        if (deployedAt != null && before.flow().phases().deployedAt() == null) {
            String pod = after.doneIn() == null ? pod(directory) : after.doneIn().pod();
            DeployedChange deployed = deployed(deployedAt);
            add(PodFactKind.CHANGE_DEPLOYED, pod, after.key(), author(), null, deployed);
        }
        if (event.type() == EventType.PLAN_ITEM_ADDED) {
            plan(PodFactKind.PLAN_ITEM_ADDED, directory);
        }
        if (event.type() == EventType.PLAN_ITEM_REMOVED) {
            plan(PodFactKind.PLAN_ITEM_REMOVED, directory);
        }
    }

    /** What is planned before anything else is heard of it is where the plan is. */
    private void plan(PodFactKind kind, Directory directory) {
        String pod =
                after.container() == null
                        ? ItemSnapshot.pod(after, directory, event.container(), at)
                        : pod(directory);
        add(kind, pod, event.objectId(), null, category(after), null);
    }

    private DeployedChange deployed(Instant deployedAt) {
        ChangePhases phases = after.flow().phases();
        Instant started = phases.startedAt(after.createdAt());
        return new DeployedChange(
                Party.kindOf(author()),
                Party.accountOf(author()),
                Duration.between(phases.mergedAt(), deployedAt).toSeconds(),
                started == null ? null : Duration.between(started, deployedAt).toSeconds());
    }

    private Party author() {
        return after.handoffs().author();
    }

    private String pod(Directory directory) {
        return ItemSnapshot.pod(after, directory, at);
    }

    private void add(
            PodFactKind kind,
            String pod,
            String subject,
            Party party,
            WorkCategory category,
            DeployedChange deployed) {
        facts.add(
                new PodFact(
                        after.org(),
                        pod,
                        kind,
                        at,
                        after.key(),
                        after.step() * ItemFacts.FACTS_PER_STEP + facts.size(),
                        subject,
                        Party.kindOf(party),
                        Party.accountOf(party),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        category,
                        deployed,
                        null,
                        null));
    }
}

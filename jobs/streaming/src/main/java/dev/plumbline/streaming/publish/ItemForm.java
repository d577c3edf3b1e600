package dev.plumbline.streaming.publish;

import dev.plumbline.flow.ChangePhases;
import dev.plumbline.flow.Progress;
import dev.plumbline.handoff.Ownership;
import dev.plumbline.item.FlowMemory;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.schema.Item;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;

/** Items as they are published. */
final class ItemForm implements Revised<ItemSnapshot, Item> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<Item> type() {
        return Item.class;
    }

    @Override
    public String key(ItemSnapshot item) {
        return item.timeline().org() + "/" + item.timeline().key();
    }

    @Override
    public long revision(ItemSnapshot item) {
        return item.timeline().lastEventAt().toEpochMilli();
    }

    @Override
    public Item value(ItemSnapshot item) {
        ItemTimeline timeline = item.timeline();
        Ownership ownership = timeline.handoffs().ownership();
        Party owner = ownership.owner();
        Progress progress = timeline.progress();
        return withFlow(Item.newBuilder(), timeline)
                .setOrg(timeline.org())
                .setObjectType(timeline.type().word())
                .setObjectId(timeline.id())
                .setContainer(timeline.container())
                .setWorkType(timeline.workType())
                .setPod(item.pod())
                .setCreatedAt(timeline.createdAt())
                .setFirstActiveAt(progress.firstActiveAt())
                .setDoneAt(progress.doneAt())
                .setCancelledAt(progress.cancelledAt())
                .setState(progress.state() == null ? null : progress.state().word())
                .setStateRaw(progress.stateRaw())
                .setBlocked(progress.blocked())
                .setOwner(Party.accountOf(owner))
                .setOwnerKind(owner == null ? null : owner.kind().word())
                .setOwnerKindSource(owner == null ? null : owner.kindSource())
                .setOwnerGroup(ownership.group())
                .setOwnerChanges(ownership.owners().changes())
                .setGroupChanges(ownership.groups().changes())
                .setBounces(ownership.owners().bounces())
                .setGroupBounces(ownership.groups().bounces())
                .setPingPongS(item.pingPongSeconds())
                .setReopens(progress.reopens())
                .setMovedBack(progress.movedBack())
                .setMovedBackAt(progress.movedBackAt())
                .setReopenedAt(progress.reopenedAt())
                .setActors(timeline.actors().size())
                .setHandoffs(timeline.handoffs().opened())
                .setEventCount(timeline.eventCount())
                .setLastActivityAt(timeline.lastActivityAt())
                .setCycleElapsedS(item.cycleElapsedSeconds())
                .setCycleWorkingS(item.cycleWorkingSeconds())
                .setLeadElapsedS(item.leadElapsedSeconds())
                .setLeadWorkingS(item.leadWorkingSeconds())
                .setActiveS(progress.activeMillis() / 1000)
                .setInProgressS(progress.inProgressMillis() / 1000)
                .setRevision(revision(item))
                .build();
    }

    /** A work item has no phases; whether a change names one is no question for it. */
    private static Item.Builder withFlow(Item.Builder item, ItemTimeline timeline) {
        FlowMemory flow = timeline.flow();
        ChangePhases phases = flow.phases();
        boolean change = timeline.type() == ObjectType.CHANGE;
        Party author = timeline.handoffs().author();
        return item.setReadyAt(phases.readyAt())
                .setFirstResponseAt(phases.firstResponseAt())
                .setApprovedAt(phases.approvedAt())
                .setMergedAt(phases.mergedAt())
                .setDeployedAt(phases.deployedAt())
                .setFirstCommitAt(change ? phases.firstCommitAt() : null)
                .setPickupS(phases.pickupSeconds())
                .setReviewWaitReviewersS(phases.reviewWaitReviewersSeconds())
                .setReviewWaitAuthorS(phases.reviewWaitAuthorSeconds())
                .setReworkS(phases.reworkSeconds())
                .setMergeDelayS(phases.mergeDelaySeconds())
                .setWaitedS(flow.waitedSeconds())
                .setAuthorKind(author == null ? null : author.kind().word())
                .setReviewedByHuman(change ? phases.reviewedByHuman() : null)
                .setLinked(change ? flow.linked() : null)
                .setEpic(flow.epic());
    }
}

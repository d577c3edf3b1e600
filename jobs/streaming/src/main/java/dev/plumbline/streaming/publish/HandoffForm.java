package dev.plumbline.streaming.publish;

import dev.plumbline.schema.Handoff;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;

/** Handoffs as they are published. */
final class HandoffForm implements Revised<PublishedHandoff, Handoff> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<Handoff> type() {
        return Handoff.class;
    }

    @Override
    public String key(PublishedHandoff published) {
        return published.org() + "/" + published.objectType().word() + ":" + published.objectId();
    }

    @Override
    public long revision(PublishedHandoff published) {
        dev.plumbline.handoff.Handoff handoff = published.handoff();
        return (handoff.endedAt() == null ? handoff.openedAt() : handoff.endedAt()).toEpochMilli();
    }

    @Override
    public Handoff value(PublishedHandoff published) {
        dev.plumbline.handoff.Handoff handoff = published.handoff();
        return Handoff.newBuilder()
                .setOrg(published.org())
                .setHandoffId(handoff.id())
                .setObjectType(published.objectType().word())
                .setObjectId(published.objectId())
                .setKind(handoff.kind().word())
                .setMode(handoff.pull() ? "pull" : "push")
                .setFromAccount(Party.accountOf(handoff.from()))
                .setToAccount(handoff.toAccount())
                .setFromKind(word(Party.kindOf(handoff.from())))
                .setToKind(word(handoff.toKind()))
                .setFromKindSource(Party.kindSourceOf(handoff.from()))
                .setToKindSource(handoff.toKindSource())
                .setFromGroup(handoff.fromGroup())
                .setToGroup(handoff.toGroup())
                .setFromPod(handoff.fromPod())
                .setToPod(handoff.toPod())
                .setOpenedAt(handoff.openedAt())
                .setEndedAt(handoff.endedAt())
                .setOutcome(handoff.outcome().word())
                .setElapsedS(handoff.elapsedSeconds())
                .setWorkingS(handoff.workingSeconds())
                .setEffectiveS(handoff.effectiveSeconds())
                .setOpenedByEvent(handoff.openedByEvent())
                .setEndedByEvent(handoff.endedByEvent())
                .setPickedUpBy(Party.accountOf(handoff.pickedUpBy()))
                .setRevision(revision(published))
                .build();
    }

    private static String word(ActorKind kind) {
        return kind == null ? null : kind.word();
    }
}

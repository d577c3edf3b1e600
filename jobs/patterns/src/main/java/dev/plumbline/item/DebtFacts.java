package dev.plumbline.item;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtFactKind;
import dev.plumbline.debt.EpisodeKind;
import dev.plumbline.handoff.Handoff;
import dev.plumbline.handoff.HandoffKind;
import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.handoff.HandoffStep;
import dev.plumbline.handoff.OpenHandoff;
import dev.plumbline.stall.Watch;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one event makes the ledgers of the pods hear: what opens and ends, never the event. */
final class DebtFacts {

    private final ItemTimeline before;
    private final ItemTimeline after;
    private final Instant at;
    private final List<DebtFact> facts = new ArrayList<>(0);

    /** Where a stretch of something counts, and on which clock. */
    private record Place(String pod, boolean elapsed) {}

    DebtFacts(ItemTimeline before, ItemTimeline after, Instant at) {
        this.before = before;
        this.after = after;
        this.at = at;
    }

    List<DebtFact> list() {
        return facts;
    }

    /** Push handoffs; whoever takes something makes nobody wait. */
    void handoffs(HandoffStep step) {
        for (Handoff handoff : step.ended()) {
            if (handoff.pull()) {
                continue;
            }
            EpisodeKind episode = episode(handoff.kind());
            boolean elapsed = elapsed(handoff.toKind());
            Instant openedAt = handoff.openedAt();
            if (openedAt.equals(at)) {
                add(DebtFactKind.OPENED, handoff.toPod(), episode, handoff.id(), at, elapsed);
            }
            boolean pickedUp = handoff.outcome() == HandoffOutcome.PICKED_UP;
            DebtFactKind kind = pickedUp ? DebtFactKind.ENDED : DebtFactKind.RELEASED;
            add(kind, handoff.toPod(), episode, handoff.id(), openedAt, elapsed);
        }
        for (OpenHandoff opened : step.opened()) {
            if (!opened.pull()) {
                add(
                        DebtFactKind.OPENED,
                        opened.toPod(),
                        episode(opened.kind()),
                        opened.id(),
                        opened.openedAt(),
                        elapsed(Party.kindOf(opened.to())));
            }
        }
    }

    /** Active work on what has moved back, and waiting for reviewers. */
    void stretches() {
        stretch(EpisodeKind.REWORK, rework(before), rework(after));
        stretch(EpisodeKind.REVIEW_ROUND, reviewRound(before), reviewRound(after));
    }

    void watch() {
        Watch from = before.oversight().watch();
        Watch to = after.oversight().watch();
        String fromPod = from == null ? null : from.pod();
        String toPod = to == null ? null : to.pod();
        if (Objects.equals(fromPod, toPod)) {
            return;
        }
        if (fromPod != null) {
            add(DebtFactKind.WATCH_ENDED, fromPod, null, after.key(), null, false);
        }
        if (toPod != null) {
            add(DebtFactKind.WATCH_STARTED, toPod, null, after.key(), null, false);
        }
    }

    private void stretch(EpisodeKind episode, Place from, Place to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null) {
            add(DebtFactKind.ENDED, from.pod(), episode, after.key(), null, from.elapsed());
        }
        if (to != null) {
            add(DebtFactKind.OPENED, to.pod(), episode, after.key(), at, to.elapsed());
        }
    }

    private static Place rework(ItemTimeline item) {
        boolean active = item.progress().state() == StateCategory.ACTIVE;
        return active && item.progress().movedBack() > 0 && item.placement() != null
                ? new Place(item.placement().pod(), elapsed(item.placement().ownerKind()))
                : null;
    }

    /** Whoever may review is a person until somebody else does. */
    private static Place reviewRound(ItemTimeline item) {
        boolean review = item.progress().state() == StateCategory.REVIEW;
        boolean change = item.type() == ObjectType.CHANGE;
        boolean approved = item.flow().phases().approvedAt() != null;
        return change && review && !approved && item.placement() != null
                ? new Place(item.placement().pod(), false)
                : null;
    }

    private static EpisodeKind episode(HandoffKind kind) {
        return kind == HandoffKind.REVIEW ? EpisodeKind.REVIEW_REQUEST : EpisodeKind.HANDOFF;
    }

    private static boolean elapsed(ActorKind kind) {
        return kind != null && kind.livesOnElapsedTime();
    }

    private void add(
            DebtFactKind kind,
            String pod,
            EpisodeKind episode,
            String subject,
            Instant openedAt,
            boolean elapsed) {
        facts.add(
                DebtFact.of(
                        after.org(),
                        pod,
                        kind,
                        at,
                        after.step() * ItemFacts.FACTS_PER_STEP + facts.size(),
                        after.type().word(),
                        after.id(),
                        episode,
                        subject,
                        openedAt,
                        elapsed));
    }
}

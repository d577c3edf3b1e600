package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened in a pod in the window that is open. Bounded by the window: emptied at its end.
 *
 * @param start start of the window
 * @param facts how many facts of items and handoffs fell into the window, those included that only
 *     open something
 * @param people a fact was about a person's work, even if nothing of it is left at the end
 * @param agents likewise about an agent's
 * @param families what else happened
 */
public record WindowTally(
        Instant start,
        int facts,
        boolean people,
        boolean agents,
        List<EndedHandoff> handoffs,
        List<CountedItem> finished,
        List<CountedItem> undone,
        List<CountedItem> movedBack,
        List<CountedItem> reopened,
        FamilyTally families) {

    static WindowTally starting(Instant start) {
        return new WindowTally(
                start,
                0,
                false,
                false,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                FamilyTally.starting());
    }

    /** Nothing happened to items and handoffs. */
    public boolean isEmpty() {
        return facts == 0;
    }

    boolean hasFacts() {
        return facts > 0 || !families.heard().isEmpty();
    }

    /**
     * With the fact.
     *
     * @param ledger what was open before it
     */
    WindowTally with(PodFact fact, PodLedger ledger) {
        families.add(fact, ledger);
        if (!fact.kind().isOfItemsAndHandoffs()) {
            return this;
        }
        switch (fact.kind()) {
            case HANDOFF_ENDED ->
                    handoffs.add(
                            new EndedHandoff(
                                    fact.outcome(),
                                    fact.pull(),
                                    fact.effectiveSeconds(),
                                    fact.actorKind(),
                                    fact.account()));
            case ITEM_FINISHED -> {
                takeBackFinished(fact.item());
                finished.add(counted(fact, ledger));
            }
            case ITEM_MOVED_BACK -> {
                finished.stream().filter(f -> f.item().equals(fact.item())).forEach(undone::add);
                takeBackFinished(fact.item());
                movedBack.add(counted(fact, ledger));
            }
            case ITEM_REOPENED -> reopened.add(counted(fact, ledger));
            default -> {}
        }
        return new WindowTally(
                start,
                facts + 1,
                people || fact.actorKind() == ActorKind.HUMAN,
                agents || fact.actorKind() == ActorKind.AGENT,
                handoffs,
                finished,
                undone,
                movedBack,
                reopened,
                families);
    }

    private static CountedItem counted(PodFact fact, PodLedger ledger) {
        return new CountedItem(
                fact.item(),
                fact.finished(),
                fact.actorKind(),
                fact.account(),
                unplanned(fact, ledger));
    }

    private static Boolean unplanned(PodFact fact, PodLedger ledger) {
        FinishedItem finished = fact.finished();
        if (finished == null || finished.merged() != null || finished.createdAt() == null) {
            return null;
        }
        OpenPlan plan = ledger.open().planAt(fact.at());
        return plan == null ? null : finished.createdAt().isAfter(plan.startedAt());
    }

    /** An item counts once, with its last entry into done, and not if it left done again. */
    private void takeBackFinished(String item) {
        finished.removeIf(earlier -> earlier.item().equals(item));
    }
}

package dev.plumbline.streaming.debt;

import dev.plumbline.debt.DebtFact;
import dev.plumbline.debt.DebtFactKind;
import dev.plumbline.pod.PodFact;

/** What a pod counts of watches and claims, as its ledger hears it. */
public final class Promises {

    private Promises() {}

    /**
     * The same, told to the ledger.
     *
     * @param fact of a watch or a judged claim
     */
    public static DebtFact of(PodFact fact) {
        DebtFactKind kind =
                switch (fact.kind()) {
                    case WATCH_STARTED -> DebtFactKind.WATCH_STARTED;
                    case WATCH_ENDED -> DebtFactKind.WATCH_ENDED;
                    case CLAIM_VERIFIED -> DebtFactKind.CLAIM_KEPT;
                    case CLAIM_UNVERIFIED -> DebtFactKind.CLAIM_BROKEN;
                    default -> throw new IllegalArgumentException("no promise: " + fact.kind());
                };
        int colon = fact.item().indexOf(':');
        return DebtFact.ofPromise(
                fact.org(),
                fact.pod(),
                kind,
                fact.at(),
                fact.step(),
                fact.item().substring(0, colon),
                fact.item().substring(colon + 1),
                fact.subject());
    }
}

package dev.plumbline.debt;

/** What a pod's ledger is told. */
public enum DebtFactKind {
    /** An episode began, or is known to have begun. */
    OPENED,
    /** It ended as it ought to: picked up, answered, resumed, proved. */
    ENDED,
    /** It ended without that: what was waited for did not come. Its length teaches no pace. */
    RELEASED,
    /** It never was: what was found turned out not to be true. */
    RETRACTED,
    /** An item ought to move from now on. */
    WATCH_STARTED,
    /** It need not any more. */
    WATCH_ENDED,
    /** A claim was verified within its grace. */
    CLAIM_KEPT,
    /** Its grace ran out, or it was contradicted before. */
    CLAIM_BROKEN;

    boolean isOfEpisode() {
        return compareTo(RETRACTED) <= 0;
    }
}

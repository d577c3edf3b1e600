package dev.plumbline.verification;

import java.util.Locale;

/** How a finding ended, or that it has not. */
public enum FindingOutcome {
    OPEN,
    /** The trace that was missing came. */
    EVIDENCE,
    /** The claim was taken back. */
    REOPENED,
    /** What contradicted the claim is mended. */
    REPAIRED,
    /** The item was done at last. */
    DONE,
    /** The item was cancelled. */
    CANCELLED,
    /** What it rested on is no more: new work was linked, a change was taken back. */
    CHANGED,
    /** A work item was linked. */
    LINKED,
    /** The item that lay there as active was finished. */
    FINISHED,
    /** It left active, or another owner has it. */
    MOVED,
    /** Nothing was heard of its object for so long that nobody will touch it again. */
    FORGOTTEN,
    /** Somebody said that it is not to be expected here. */
    WAIVED,
    /** It was never true: what ends it had occurred before, and became known only later. */
    RETRACTED;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.plumbline.verification;

import java.util.Locale;

/** Why a claim is contradicted. */
public enum Contradiction {
    /** A linked change that was open when the item was done is open. */
    CHANGE_OPEN,
    /** The latest result of a pipeline on a merge commit is a failure. */
    CHECK_RED,
    /** A linked change was reverted and nothing replaces it. */
    REVERTED,
    /** The item was reopened within 14 days. */
    REOPENED;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

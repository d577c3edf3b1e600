package dev.plumbline.stall;

import java.util.Locale;

/** Whose history a baseline rests on. */
public enum BaselineSource {
    /**
     * The pod's own gaps carry at least nine tenths of the weight, of the middle and the spread.
     */
    OWN,
    /** The pod's own gaps and the organisation's, or the organisation's alone. */
    SHRUNK,
    /** Neither the pod nor the organisation has any gap: the cold start. */
    DEFAULT;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

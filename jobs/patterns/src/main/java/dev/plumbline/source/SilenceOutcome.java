package dev.plumbline.source;

import java.util.Locale;

/** How the silence of a source ended. */
public enum SilenceOutcome {
    /** It lasts. */
    OPEN,
    /** The source was heard again. */
    HEARD,
    /** It was silent for so long that it is taken for one that is no more. */
    FORGOTTEN;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

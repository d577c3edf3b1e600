package dev.plumbline.source;

import java.util.Locale;

/** What can be said of a source. */
public enum SourceState {
    /** Too few gaps are known to expect anything; no silence is claimed. */
    LEARNING,
    /** It was heard within the time expected. */
    HEARD,
    /** Nothing was heard for longer than expected. */
    SILENT;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.plumbline.drift;

import java.util.Locale;

/** How large a change is, whichever its direction. */
public enum DriftSeverity {
    /** Below one and a half times the usual, or not known. */
    LOW(0),
    MODERATE(1.5),
    HIGH(2),
    CRITICAL(3);

    private final double from;

    DriftSeverity(double from) {
        this.from = from;
    }

    /**
     * Of a change by so many times.
     *
     * @param effect ratio of current by reference
     */
    static DriftSeverity of(double effect) {
        double size = Math.max(effect, 1 / effect);
        DriftSeverity severity = LOW;
        for (DriftSeverity higher : values()) {
            severity = size >= higher.from ? higher : severity;
        }
        return severity;
    }

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

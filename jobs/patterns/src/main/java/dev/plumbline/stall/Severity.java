package dev.plumbline.stall;

import java.util.Locale;

/** How improbable a silence has become under the pod's own history. */
public enum Severity {
    /** One gap in twenty is as long. */
    WARNING(0.95),
    /** One in a hundred. */
    HIGH(0.99),
    /** One in a thousand. */
    CRITICAL(0.999);

    private final double quantile;

    Severity(double quantile) {
        this.quantile = quantile;
    }

    /** The share of gaps that end before this is reached. */
    public double quantile() {
        return quantile;
    }

    /** The next one up; null above the highest. */
    public Severity next() {
        return switch (this) {
            case WARNING -> HIGH;
            case HIGH -> CRITICAL;
            case CRITICAL -> null;
        };
    }

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.plumbline.drift;

import java.util.Locale;

/** How much a drift has to say. */
public enum DriftLevel {
    /** Worth a look; comes five times as often as the budget of false alarms allows for signals. */
    WATCH,
    /** Beyond the budget's threshold and through the gate: large enough to matter. */
    SIGNAL;

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

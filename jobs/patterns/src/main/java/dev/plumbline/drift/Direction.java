package dev.plumbline.drift;

import java.util.Locale;

/** Which way a metric has moved. */
public enum Direction {
    UP(1),
    DOWN(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** What a score is multiplied by, so that a positive one speaks for this direction. */
    int sign() {
        return sign;
    }

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

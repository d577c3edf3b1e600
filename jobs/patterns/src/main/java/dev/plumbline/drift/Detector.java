package dev.plumbline.drift;

import java.util.Locale;

/** What raised a signal. */
public enum Detector {
    /** Completed items took longer, or more of them are counted. */
    RISE(Direction.UP),
    /** Completed items took less time, or fewer of them are counted. */
    FALL(Direction.DOWN),
    /** More items than usual are among the slowest. */
    TAIL(Direction.UP),
    /** Items are completed at less than their usual rate, those still open among them. */
    SURVIVAL(Direction.UP);

    private final Direction direction;

    Detector(Direction direction) {
        this.direction = direction;
    }

    public Direction direction() {
        return direction;
    }

    /** The word used in the store. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

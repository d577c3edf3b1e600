package dev.plumbline.simulation;

import java.time.Instant;

/** An event that was told: when, and its id. */
record Told(Instant at, String event) {

    /** Of two events of one instant the one that is folded later. */
    static String later(String event, String other) {
        return event.compareTo(other) > 0 ? event : other;
    }
}

package dev.plumbline.connectors.kafka;

/**
 * Which part of a topic a fresh job reads; a job restored from a checkpoint goes on where it was.
 */
public enum Bounds {
    /** From the beginning to what is there when the job starts; then the job ends. */
    EVERYTHING_SO_FAR,
    /** From the beginning and for ever: folded items are complete also after a fresh start. */
    HISTORY_AND_LIVE;

    public boolean endless() {
        return this != EVERYTHING_SO_FAR;
    }
}

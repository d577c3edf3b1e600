package dev.plumbline.streaming;

/** A function whose elements wait, outside of keyed state, until time has passed them. */
public interface Waiting {

    /** Where they wait. */
    WaitingRoom<?> room();
}

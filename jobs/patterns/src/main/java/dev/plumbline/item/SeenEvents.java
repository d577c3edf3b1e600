package dev.plumbline.item;

import java.util.Arrays;

/**
 * The events an item has folded, so that the same fact by two routes counts once. Keeps 64-bit
 * hashes of the last {@value #KEPT} ids: a fact told again after so many others of its item is
 * later than any lateness bound.
 *
 * @param hashes FNV-1a hashes, oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; 8 bytes per event instead of 24
public record SeenEvents(long[] hashes) {

    static final int KEPT = 512;

    /** None yet. */
    public static final SeenEvents NONE = new SeenEvents(new long[0]);

    boolean contains(String eventId) {
        long hash = hash(eventId);
        for (long seen : hashes) {
            if (seen == hash) {
                return true;
            }
        }
        return false;
    }

    SeenEvents with(String eventId) {
        int kept = Math.min(hashes.length, KEPT - 1);
        long[] next = Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length + 1);
        next[kept] = hash(eventId);
        return new SeenEvents(next);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}

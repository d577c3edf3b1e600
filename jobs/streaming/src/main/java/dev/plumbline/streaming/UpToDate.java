package dev.plumbline.streaming;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/**
 * Which keys have been brought up to the watermark already. When it jumps it fires many timers of a
 * key, and only the first one has anything to do: the function then looks at all that is due by the
 * watermark, and no element comes between two timers. Keeps the keys of one watermark; a restart
 * needs none of them.
 */
public final class UpToDate implements Serializable {

    private static final long serialVersionUID = 1L;

    private long reached = Long.MIN_VALUE;
    private final Set<String> keys = new HashSet<>();

    /** Whether the key was brought up to the watermark before; it is from now on. */
    public boolean was(String key, long watermark) {
        if (watermark != reached) {
            keys.clear();
            reached = watermark;
        }
        return !keys.add(key);
    }
}

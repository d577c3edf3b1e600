package dev.plumbline.source;

import dev.plumbline.directory.Directory;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much a pod sees, from the silences told to all pods. Its containers are those it has heard
 * from, and those it owns by the directory from the moment one of them is silent. One that only
 * brings evidence, as a server of builds does, counts for what rests on evidence.
 */
public final class PodSight implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Longer than any window is open. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final Directory directory;

    public PodSight(Directory directory) {
        this.directory = directory;
    }

    /**
     * The completeness of the part of a window that has passed.
     *
     * @param silences of all organisations, in any order, each told as it is known
     * @param from start of the window
     * @param asOf end of the window, or how far the clock has come in it
     * @param evidence what only brings evidence counts too
     */
    public double completeness(
            String org,
            String pod,
            HeardContainers heard,
            Iterable<SilentSource> silences,
            Instant from,
            Instant asOf,
            boolean evidence) {
        List<SilentSource> known = known(org, silences, from, asOf);
        if (known.isEmpty()) {
            return 1;
        }
        Set<String> containers = new TreeSet<>(heard.names());
        if (evidence) {
            containers.addAll(heard.evidenceNames());
        }
        for (SilentSource silence : known) {
            boolean counts = evidence || !heard.isOnlyEvidence(silence.container());
            if (counts && pod.equals(directory.podOfContainer(silence.container()))) {
                containers.add(silence.container());
            }
        }
        return Completeness.of(containers, known, from, asOf, directory.calendar());
    }

    private static List<SilentSource> known(
            String org, Iterable<SilentSource> silences, Instant from, Instant asOf) {
        List<SilentSource> known = new ArrayList<>(0);
        for (SilentSource silence : silences) {
            if (!silence.org().equals(org) || silence.detectedAt().isAfter(asOf)) {
                continue;
            }
            if (silence.endedAt() != null && !silence.endedAt().isAfter(from)) {
                continue;
            }
            known.add(silence);
        }
        return known;
    }

    /**
     * Whether a silence can be forgotten: it ended so long before the clock that no open window
     * reaches back to it. The clock is the one before it next moves.
     */
    public static boolean isOver(SilentSource silence, Instant now) {
        return silence.endedAt() != null && silence.endedAt().isBefore(now.minus(KEPT));
    }
}

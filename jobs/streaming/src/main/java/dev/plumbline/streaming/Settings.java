package dev.plumbline.streaming;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What the topology of the execution patterns can be told.
 *
 * @param until where the clock stops and open episodes are reported as of then; null for never
 * @param forgetAfter a finished item, or a link, silent for so long is forgotten
 * @param publishEvery how often, in event time, what is still open is published; null for once,
 *     when the stream ends
 * @param falseAlarmsPerPodYear drift signals that a pod in which nothing changes may raise in a
 *     year
 */
public record Settings(
        Instant until, Duration forgetAfter, Duration publishEvery, double falseAlarmsPerPodYear)
        implements Serializable {

    /** One in two years. */
    public static final double FALSE_ALARMS_PER_POD_YEAR = 0.5;

    /** Longer than any reopening seen in the logs studied. */
    public static final Duration FORGET_AFTER = Duration.ofDays(400);

    /** With the usual budget of false alarms. */
    public Settings(Instant until, Duration forgetAfter, Duration publishEvery) {
        this(until, forgetAfter, publishEvery, FALSE_ALARMS_PER_POD_YEAR);
    }

    /** The same with another budget of false alarms of drift. */
    public Settings withFalseAlarms(double perPodYear) {
        return new Settings(until, forgetAfter, publishEvery, perPodYear);
    }

    /** A run over a history that ends: the clock runs to {@code until}. */
    public static Settings bounded(Instant until) {
        return new Settings(until, FORGET_AFTER, null);
    }

    /** A run that never ends. */
    public static Settings live(Duration publishEvery) {
        return new Settings(null, FORGET_AFTER, publishEvery);
    }

    /**
     * How far time has come with that watermark. The end of a stream, which is drained, is the
     * instant at which the clock stops, or no time at all.
     */
    public Instant reached(long watermarkMillis) {
        if (watermarkMillis == Long.MAX_VALUE) {
            return until == null ? Instant.MIN : until;
        }
        Instant now = Instant.ofEpochMilli(watermarkMillis);
        return until != null && now.isAfter(until) ? until : now;
    }

    /**
     * Whether the clock will not come to that instant any more. The end of a stream lets it come to
     * the instant at which it stops; without one it comes nowhere any more.
     */
    public boolean isOver(Instant at, long watermarkMillis) {
        return until == null ? watermarkMillis == Long.MAX_VALUE : at.isAfter(until);
    }

    /** The next instant, in event-time milliseconds, at which open work is published. */
    public long nextPublication(long atMillis) {
        if (publishEvery == null) {
            return Long.MAX_VALUE;
        }
        long every = publishEvery.toMillis();
        return Math.floorDiv(atMillis, every) * every + every;
    }
}

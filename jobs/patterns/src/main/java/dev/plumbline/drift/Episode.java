package dev.plumbline.drift;

import java.time.Instant;

/**
 * One completed episode of a metric: a handoff picked up, an item finished.
 *
 * @param item what it happened to
 * @param at when it was completed
 * @param value of a duration ln(effective minutes + 1); of a share 1 or 0
 * @param told of a duration its age on the same scale at the last tick; negative infinity where it
 *     was not open then
 * @param stratum what explains a part of the duration
 */
public record Episode(String item, Instant at, float value, float told, Stratum stratum) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    /** One of which nothing else is known. */
    public Episode(String item, Instant at, float value, float told) {
        this(item, at, value, told, Stratum.NONE);
    }

    /** One that counts, or not. */
    public static Episode of(String item, Instant at, boolean has) {
        return new Episode(item, at, has ? 1 : 0, Float.NEGATIVE_INFINITY);
    }

    /** Less what its stratum explains. */
    Episode less(float effect) {
        return new Episode(item, at, value - effect, told - effect, stratum);
    }

    /** ln(minutes + 1). */
    public static double scale(long effectiveMillis) {
        return StrictMath.log1p(effectiveMillis / MILLIS_PER_MINUTE);
    }

    /** Minutes of a value on that scale. */
    static double minutes(double value) {
        return StrictMath.expm1(value);
    }
}

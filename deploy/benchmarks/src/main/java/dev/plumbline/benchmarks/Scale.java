package dev.plumbline.benchmarks;

import dev.plumbline.drift.RankScore;
import java.util.Arrays;
import java.util.Locale;

/** What a detector is told of a duration that is given as ln(hours). */
enum Scale {
    HOURS,
    LOGS,
    /** Its normal score among the values of the reference. */
    RANKS;

    double of(float[] ascending, double logHours) {
        return switch (this) {
            case HOURS -> Math.exp(logHours);
            case LOGS -> logHours;
            case RANKS -> RankScore.of(ascending, (float) logHours);
        };
    }

    double[] of(double[] reference) {
        float[] ascending = ascending(reference);
        return Arrays.stream(reference).map(value -> of(ascending, value)).toArray();
    }

    static float[] ascending(double[] reference) {
        float[] values = new float[reference.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = (float) reference[at];
        }
        Arrays.sort(values);
        return values;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

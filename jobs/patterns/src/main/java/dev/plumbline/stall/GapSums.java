package dev.plumbline.stall;

/**
 * How many gaps there were and how long: sums over y = ln(minutes + 1).
 *
 * <p>Sums are whole millionths, so that adding is exact: in whatever order gaps and sums meet, the
 * result is the same to the last bit. Sums of doubles would depend on the order. The rounding of a
 * gap is below a ten-thousandth of a percent of its length; a long holds the squares of 2.7e10 gaps
 * of a hundred million minutes.
 *
 * @param n gaps
 * @param sumMicros sum of y, in millionths
 * @param squaresMicros sum of the squares of y, in millionths
 */
public record GapSums(long n, long sumMicros, long squaresMicros) {

    public static final GapSums NONE = new GapSums(0, 0, 0);

    private static final long MICROS = 1_000_000;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final long LEAST_MILLIS = 60_000;

    /**
     * One gap of so many effective milliseconds; none if shorter than a minute. Signs of one minute
     * are one sign of work, and where no working time was in between nobody was waited for: as
     * gaps, far left of all others, they would widen the spread and so excuse long silences.
     */
    public static GapSums of(long gapMillis) {
        if (gapMillis < LEAST_MILLIS) {
            return NONE;
        }
        long micros = Math.round(logMinutes((double) gapMillis) * MICROS);
        return new GapSums(1, micros, Math.round(micros * (double) micros / MICROS));
    }

    /** The scale on which gaps are compared: ln(minutes + 1). */
    public static double logMinutes(double gapMillis) {
        return StrictMath.log1p(gapMillis / MILLIS_PER_MINUTE);
    }

    /** Back from the scale on which gaps are compared; never negative. */
    public static double millis(double logMinutes) {
        return Math.max(0, StrictMath.expm1(logMinutes) * MILLIS_PER_MINUTE);
    }

    public GapSums plus(GapSums other) {
        return new GapSums(
                n + other.n, sumMicros + other.sumMicros, squaresMicros + other.squaresMicros);
    }

    /** Mean of y; 0 where there is no gap. */
    public double mean() {
        return n == 0 ? 0 : sumMicros / (double) MICROS / n;
    }

    /** Sum of the squared deviations of y from its mean. */
    public double squaredDeviations() {
        return n == 0 ? 0 : Math.max(0, squaresMicros / (double) MICROS - n * mean() * mean());
    }
}

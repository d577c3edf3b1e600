package dev.plumbline.drift;

import org.apache.commons.math3.special.Erf;

/**
 * The cumulative hazard -ln(1 - Phi(x)) of the standard normal, from a table in steps of a 64th:
 * the error function costs more than all else that is done with an open item.
 */
final class StandardHazard {

    private static final double FIRST = -6;
    private static final double LAST = 8;
    private static final double STEPS_PER_UNIT = 64;
    private static final double[] TABLE = table();

    private StandardHazard() {}

    /** At x; what lies beyond -6 or 8 is taken as that. */
    static double at(double x) {
        double place = (Math.min(LAST, Math.max(FIRST, x)) - FIRST) * STEPS_PER_UNIT;
        int step = Math.min(TABLE.length - 2, (int) place);
        return TABLE[step] + (place - step) * (TABLE[step + 1] - TABLE[step]);
    }

    private static double[] table() {
        double[] table = new double[(int) ((LAST - FIRST) * STEPS_PER_UNIT) + 1];
        for (int step = 0; step < table.length; step++) {
            double x = FIRST + step / STEPS_PER_UNIT;
            table[step] = -StrictMath.log(0.5 * Erf.erfc(x / StrictMath.sqrt(2)));
        }
        return table;
    }
}

package dev.plumbline.simulation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param pods how many
 * @param weeks how long, from {@code start} on
 * @param seed same seed, same options: same events
 * @param start first day, in the organisation's zone
 * @param missingLinks share of tickets of which no tool ever tells what was done for them, 0 to 1
 * @param faults what may go wrong
 * @param itemFaultShare share of tickets in sound pods to which one fault happens, 0 to 1
 */
public record SimulationOptions(
        int pods,
        int weeks,
        long seed,
        LocalDate start,
        double missingLinks,
        Set<FaultKind> faults,
        double itemFaultShare) {
    public static final LocalDate DEFAULT_START = LocalDate.of(2026, 1, 5);
    private static final double DEFAULT_ITEM_FAULT_SHARE = 0.2;
    private static final int MOST_PODS = 100_000;
    private static final int MOST_WEEKS = 260;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2090;

    /**
     * @throws IllegalArgumentException with one line that says what is wrong and what is allowed
     */
    public SimulationOptions {
        within("pods", pods, 1, MOST_PODS);
        within("weeks", weeks, 1, MOST_WEEKS);
        within("year of the start", start.getYear(), FIRST_YEAR, LAST_YEAR);
        share("missing links", missingLinks);
        share("item faults", itemFaultShare);
        faults = Set.copyOf(faults);
    }

    /** All faults, no link missing, from the first Monday of 2026. */
    public static SimulationOptions of(int pods, int weeks, long seed) {
        return new SimulationOptions(
                pods,
                weeks,
                seed,
                DEFAULT_START,
                0,
                EnumSet.allOf(FaultKind.class),
                DEFAULT_ITEM_FAULT_SHARE);
    }

    public SimulationOptions startingOn(LocalDate day) {
        return new SimulationOptions(pods, weeks, seed, day, missingLinks, faults, itemFaultShare);
    }

    public SimulationOptions missingLinks(double share) {
        return new SimulationOptions(pods, weeks, seed, start, share, faults, itemFaultShare);
    }

    /** Only these may go wrong; none for a sound organisation. */
    public SimulationOptions onlyFaults(Set<FaultKind> only) {
        return new SimulationOptions(pods, weeks, seed, start, missingLinks, only, itemFaultShare);
    }

    public SimulationOptions itemFaults(double share) {
        return new SimulationOptions(pods, weeks, seed, start, missingLinks, faults, share);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be %d to %d, not %d".formatted(what, least, most, value));
        }
    }

    private static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "the share of " + what + " must be 0 to 1, not " + value);
        }
    }
}

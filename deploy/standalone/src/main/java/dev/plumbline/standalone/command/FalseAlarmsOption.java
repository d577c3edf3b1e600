package dev.plumbline.standalone.command;

import dev.plumbline.streaming.Settings;
import picocli.CommandLine.Option;

/** How many false alarms of drift the user is willing to see. */
public final class FalseAlarmsOption {

    /** Below, thresholds are not known; above, a signal would be no news. */
    private static final double LEAST = 0.01;

    private static final double MOST = 50;

    @Option(
            names = "--false-alarms-per-pod-year",
            paramLabel = "N",
            description =
                    "Drift signals a pod in which nothing changes may raise in a year, all metrics"
                            + " together: fewer come later, more come sooner (default: 0.5).")
    private Double falseAlarms;

    double value() {
        if (falseAlarms == null) {
            return Settings.FALSE_ALARMS_PER_POD_YEAR;
        }
        if (!(falseAlarms >= LEAST && falseAlarms <= MOST)) {
            throw new UserError(
                    "--false-alarms-per-pod-year is " + falseAlarms,
                    "Give a number from 0.01 to 50, such as 0.5 for one in two years.");
        }
        return falseAlarms;
    }
}

package dev.plumbline.benchmarks.contenders;

/** A detector that looks for a rise in a series, told one value after the other. */
public interface Contender {

    /** One more value; the statistic after it, which alarms where it reaches a threshold. */
    double after(double value);
}

package dev.plumbline.benchmarks.contenders;

/** The rule without a past: an item that lasted longer than so many hours is an alarm. */
public final class FixedLimit implements Contender {

    @Override
    public double after(double value) {
        return value;
    }
}

package dev.plumbline.benchmarks;

import dev.plumbline.benchmarks.contenders.Contender;
import dev.plumbline.drift.LevelShift;
import dev.plumbline.drift.RankScore;
import dev.plumbline.drift.ShiryaevRoberts;

/** Plumbline's detector of slower completed items, told logarithms of durations. */
final class PlumblineLevel implements Contender {

    private final float[] reference;
    private ShiryaevRoberts sums = ShiryaevRoberts.NONE;

    PlumblineLevel(double[] reference) {
        this.reference = Scale.ascending(reference);
    }

    @Override
    public double after(double value) {
        sums = LevelShift.step(sums, RankScore.of(reference, (float) value));
        return sums.evidence();
    }
}

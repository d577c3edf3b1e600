package dev.plumbline.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Logarithms of successive durations of a pod in which nothing changes. */
interface LogDurations {

    double next();

    RandomGenerator random();

    /** The next so many, ascending. */
    default float[] reference(int size) {
        float[] values = new float[size];
        for (int item = 0; item < size; item++) {
            values[item] = (float) next();
        }
        Arrays.sort(values);
        return values;
    }
}

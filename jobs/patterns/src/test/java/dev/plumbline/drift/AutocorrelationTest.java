package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {

    @Test
    void countsNeighboursAndWhatTheirScoresHaveInCommon() {
        // Scores of 1, 2, 4 among themselves: 0.25, 0.5, 0.75, so -0.6745, 0, 0.6745.
        float[] values = {4, 1, 2};
        Autocorrelation pod = Autocorrelation.of(values, new float[] {1, 2, 4});
        assertThat(pod.pairs()).isEqualTo(2);
        // Squares of the earlier: 0.4549 + 0.4549; products -0.4549 + 0, a third of squares back.
        assertThat(pod.squares()).isCloseTo(0.9099, within(1e-4));
        assertThat(pod.products()).isCloseTo(-0.4549 + 0.3033, within(1e-4));
    }

    @Test
    void isAFifthWhereNothingIsKnown() {
        assertThat(Autocorrelation.of(Map.of())).isEqualTo(0.2);
        // A hundred pairs assumed, three hundred seen of nothing: a fifth of a quarter.
        Autocorrelation none = new Autocorrelation(300, 0, 300);
        assertThat(Autocorrelation.of(Map.of("red", none))).isCloseTo(0.05, within(1e-12));
        Autocorrelation strong = new Autocorrelation(300, 290, 300);
        assertThat(Autocorrelation.of(Map.of("red", strong))).isEqualTo(0.3);
    }

    @Test
    void isFoundFromTheReferencesOfManyPods() {
        assertThat(found(0)).isCloseTo(0, within(0.04));
        assertThat(found(0.2)).isCloseTo(0.2, within(0.04));
    }

    /** Sixty references of a hundred: standard error 1 / sqrt(6,000) = 0.013, three of them. */
    private static double found(double correlation) {
        Random random = new Random(8);
        Map<String, Autocorrelation> pods = new HashMap<>();
        for (int pod = 0; pod < 60; pod++) {
            float[] values = new float[100];
            double last = random.nextGaussian();
            for (int at = 0; at < values.length; at++) {
                last =
                        correlation * last
                                + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                values[at] = (float) last;
            }
            float[] ascending = values.clone();
            Arrays.sort(ascending);
            pods.put("pod " + pod, Autocorrelation.of(values, ascending));
        }
        return Autocorrelation.of(pods);
    }
}

package dev.plumbline.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganisationPriorTest {

    private static final OrganisationPrior COLD = OrganisationPrior.coldStart(Patience.PEOPLE);

    /** Pods whose log-means lie 0.9 apart around 7, with gaps of log-sd 1.3 inside each. */
    private static Map<String, GapSums> pods(int pods, int gapsEach, long seed) {
        Random random = new Random(seed);
        Map<String, GapSums> sums = new LinkedHashMap<>();
        for (int pod = 0; pod < pods; pod++) {
            double mean = 7 + 0.9 * random.nextGaussian();
            GapSums total = GapSums.NONE;
            for (int gap = 0; gap < gapsEach; gap++) {
                double minutes = Math.exp(mean + 1.3 * random.nextGaussian()) - 1;
                total = total.plus(GapSums.of((long) (minutes * 60_000)));
            }
            sums.put("pod " + pod, total);
        }
        return sums;
    }

    @Test
    void findsWhatPodsHaveInCommon() {
        // Weights 2 and 2, mean 1, heterogeneity 4, excess 3, divided by 4 - 8/4: 1.5.
        assertThat(RandomEffects.of(new double[] {0, 2}, new double[] {0.5, 0.5}))
                .isEqualTo(new RandomEffects(1, 1.5));
        // Weights 1, 1, 2: mean 3.5, heterogeneity 11, excess 9, divided by 4 - 6/4: 3.6.
        // Weights 1/4.6, 1/4.6, 1/4.1: mean (4 * 4.1 + 5 * 4.6) / (2 * 4.1 + 4.6) = 39.4 / 12.8.
        RandomEffects unequal = RandomEffects.of(new double[] {1, 3, 5}, new double[] {1, 1, 0.5});
        assertThat(unequal.between()).isCloseTo(3.6, within(1e-12));
        assertThat(unequal.mean()).isCloseTo(39.4 / 12.8, within(1e-12));
        // They differ by less than their errors explain.
        assertThat(RandomEffects.of(new double[] {0, 0.1}, new double[] {1, 1}).between()).isZero();
    }

    @Test
    void learnsTheOrganisationsPaceAndSpread() {
        OrganisationPrior prior = OrganisationPrior.of(pods(400, 30, 1), Patience.PEOPLE);
        // Standard error of the mean 0.9 / 20 = 0.05, of the variance 0.81 * sqrt(2 / 400) = 0.06.
        assertThat(prior.mean()).isCloseTo(7, within(0.15));
        assertThat(prior.between()).isCloseTo(0.81, within(0.2));
        assertThat(prior.within()).isCloseTo(1.69, within(0.1));
        assertThat(prior.gaps()).isEqualTo(12_000);
        // All pods have the same spread: theirs weighs much more than the cold start's 10 gaps.
        assertThat(prior.withinDegrees()).isGreaterThan(50);
    }

    @Test
    void isTheColdStartWhereNobodyHasAnyGap() {
        assertThat(OrganisationPrior.of(Map.of(), Patience.PEOPLE)).isEqualTo(COLD);
        assertThat(OrganisationPrior.of(Map.of("red", GapSums.NONE), Patience.PEOPLE))
                .isEqualTo(COLD);
    }

    @Test
    void leavesTheColdStartOnlySlowlyWithAFewGaps() {
        GapSums one = GapSums.of(60_000L * 6_000);
        OrganisationPrior prior = OrganisationPrior.of(Map.of("red", one), Patience.PEOPLE);
        // One gap makes 0.81 / (0.81 + 1) = 0.4475 of a pod known, against 2 of the cold start:
        // 0.4475 / 2.4475 = 0.1828 of the way to ln 6001 = 8.6997 from ln 1441 - 1.6449 = 5.6283.
        assertThat(prior.mean()).isCloseTo(5.6283 + 0.18285 * (8.6997 - 5.6283), within(1e-3));
        assertThat(prior.within()).isEqualTo(1);
    }

    @Test
    void isTheSameInWhateverOrderThePodsAreTold() {
        Map<String, GapSums> pods = pods(60, 9, 2);
        List<String> names = new ArrayList<>(pods.keySet());
        OrganisationPrior prior = OrganisationPrior.of(pods, Patience.PEOPLE);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(names, new Random(round));
            Map<String, GapSums> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put(name, pods.get(name)));
            assertThat(OrganisationPrior.of(shuffled, Patience.PEOPLE)).isEqualTo(prior);
            assertThat(OrganisationPrior.of(new HashMap<>(shuffled), Patience.PEOPLE))
                    .isEqualTo(prior);
        }
    }

    @Test
    void survivesPodsWhoseGapsAreAllAlike() {
        GapSums alike = GapSums.of(3_600_000).plus(GapSums.of(3_600_000));
        OrganisationPrior prior =
                OrganisationPrior.of(Map.of("red", alike, "blue", alike), Patience.PEOPLE);
        assertThat(prior.within()).isPositive().isFinite();
        assertThat(prior.between()).isPositive().isFinite();
        assertThat(prior.withinDegrees()).isPositive().isFinite();
    }
}

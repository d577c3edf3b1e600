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
    void theColdStartIsWhatTheFormulaSaysOfNobody() {
        // ln 1441 - 1.812461 sqrt(1 + 0.81) = 7.273093 - 2.438417; 0.54 * (1 + 1/2) = 0.81
        assertThat(COLD.mean()).isCloseTo(4.834675, within(1e-5));
        assertThat(COLD.between()).isCloseTo(0.81, within(1e-12));
        assertThat(COLD.within()).isEqualTo(1);
        assertThat(COLD.withinDegrees()).isEqualTo(10);
    }

    @Test
    void whatTheOnlyPodDoesIsNotExpectedOfItAsWell() {
        GapSums gaps = GapSums.of(60_000).plus(GapSums.of(60_000L * 6_000));
        OrganisationPrior prior = OrganisationPrior.of(Map.of("red", gaps), Patience.PEOPLE);
        assertThat(prior.mean()).isCloseTo(COLD.mean(), within(1e-12));
        assertThat(prior.between()).isCloseTo(COLD.between(), within(1e-12));
        assertThat(prior.within()).isEqualTo(COLD.within());
        assertThat(prior.withinDegrees()).isEqualTo(COLD.withinDegrees());
        assertThat(prior.gaps()).isEqualTo(2);
    }

    @Test
    void leavesTheColdStartOnlySlowlyWithAFewGaps() {
        GapSums one = GapSums.of(60_000L * 6_000);
        OrganisationPrior prior =
                OrganisationPrior.of(Map.of("red", one, "blue", one), Patience.PEOPLE);
        // Each gap makes 0.54 / (0.54 + 1) = 0.350649 of a pod known; to each of the two the other
        // is told, against 2 of the cold start: 0.350649 / 2.350649 = 0.149171 of the way to
        // ln 6001 = 8.699681 from 4.834675.
        assertThat(prior.mean()).isCloseTo(5.411222, within(1e-4));
        // They do not differ: 2 * 0.54 / 2.350649 = 0.459448, and 1 / 2.350649 of it for ignorance.
        assertThat(prior.between()).isCloseTo(0.459448 + 0.195456, within(1e-5));
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

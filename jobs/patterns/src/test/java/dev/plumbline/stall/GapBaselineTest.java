package dev.plumbline.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class GapBaselineTest {

    private static final OrganisationPrior PRIOR = new OrganisationPrior(4, 1, 1, 10, 100);
    private static final long[] NONE_ONGOING = {};

    /** So many gaps of that mean and that sum of squared deviations of ln(minutes + 1). */
    private static GapSums gaps(long n, long mean, long squaredDeviations) {
        return new GapSums(
                n, n * mean * 1_000_000, (squaredDeviations + n * mean * mean) * 1_000_000);
    }

    @Test
    void waitsAWorkingDayTimesThreeForPeopleAndHalfAnHourForAgentsAtFirst() {
        OrganisationPrior people = OrganisationPrior.coldStart(Patience.PEOPLE);
        GapBaseline cold = GapBaseline.of(GapSums.NONE, people, NONE_ONGOING);
        assertThat(cold.source()).isEqualTo(BaselineSource.DEFAULT);
        assertThat(cold.quantileMillis(0.95)).isCloseTo(hours(24), within(1L));
        // t of 10 degrees is 1.812461 at 0.95, 2.763769 at 0.99 and 4.143700 at 0.999; the scale is
        // sqrt(1 + 0.81) = 1.345362. 1441 exp(1.345362 (2.763769 - 1.812461)) - 1 = 5181.0 minutes,
        // 1441 exp(1.345362 (4.143700 - 1.812461)) - 1 = 33170.8,
        // 1441 exp(-1.345362 * 1.812461) - 1 = 124.80
        assertThat(minutes(cold, 0.99)).isCloseTo(5_181.0, within(0.1));
        assertThat(minutes(cold, 0.999)).isCloseTo(33_170.8, within(0.5));
        assertThat(cold.medianMillis() / 60_000.0).isCloseTo(124.80, within(0.01));
        OrganisationPrior agents = OrganisationPrior.coldStart(Patience.AGENTS);
        assertThat(GapBaseline.of(GapSums.NONE, agents, NONE_ONGOING).quantileMillis(0.95))
                .isCloseTo(Duration.ofMinutes(30).toMillis(), within(1L));
    }

    /**
     * The cold start counts like 1 / 0.81 = 1.234568 gaps: the first gap moves the middle by 1 /
     * 2.234568 = 0.447514 of the way from 4.834675 to its own ln(minutes + 1), and the scale from
     * 1.345362 to sqrt(1 + 0.447514) = 1.203127; still 10 degrees, 1.812461 at 0.95.
     */
    @Test
    void theFirstGapOfAnybodyMovesTheWarningByLittleMoreThanItsLengthTells() {
        // exp(4.834675 + 0.447514 * 2.438417 + 1.812461 * 1.203127) - 1 = 3315 min: 2.3 times
        assertThat(warnedAtAfter(1_440)).isCloseTo(3_315, within(1.0));
        // ln 481 = 6.175867 is 1.341192 above the middle: 33 h 48 min, 1.4 times
        assertThat(warnedAtAfter(480)).isCloseTo(2_028.4, within(0.5));
        // 1.812461 * (1.345362 - 1.203127) / 0.447514 = 0.576 above the middle: 222.8 minutes
        assertThat(warnedAtAfter(222.8)).isCloseTo(1_440, within(1.0));
        // ln 2 = 0.693147 is 4.141528 below the middle: 2 h 53 min, which is below the floor
        assertThat(warnedAtAfter(1)).isCloseTo(173.5, within(0.1));
    }

    @Test
    void theGapsAfterTheFirstMoveItLessAndLess() {
        double before = warnedAtAfter(480);
        for (int gaps = 2; gaps <= 10; gaps++) {
            double[] alike = new double[gaps];
            Arrays.fill(alike, 480);
            double after = warnedAtAfter(alike);
            // Two: variance 10 / 11, weight 1.1223; middle 4.834675 + 2 / 3.1223 * 1.341192,
            // scale sqrt(10 / 11 * (1 + 1 / 3.1223)) = 1.0955, t of 11 degrees 1.795885:
            // 35 h 23 min. Then the spread falls faster than the middle rises.
            if (gaps == 2) {
                assertThat(after).isCloseTo(2_123, within(10.0));
            }
            assertThat(after / before).isBetween(0.95, 1.05);
            before = after;
        }
    }

    /** Minutes until the only pod of an organisation is warned, after gaps of so many minutes. */
    private static double warnedAtAfter(double... minutes) {
        GapSums sums = GapSums.NONE;
        for (double gap : minutes) {
            sums = sums.plus(GapSums.of(Math.round(gap * 60_000)));
        }
        OrganisationPrior prior = OrganisationPrior.of(Map.of("red", sums), Patience.PEOPLE);
        return minutes(GapBaseline.of(sums, prior, NONE_ONGOING), 0.95);
    }

    private static double minutes(GapBaseline baseline, double probability) {
        return baseline.quantileMillis(probability) / 60_000.0;
    }

    @Test
    void takesTheOrganisationsWordWhereThePodHasNoGaps() {
        GapBaseline baseline = GapBaseline.of(GapSums.NONE, PRIOR, NONE_ONGOING);
        assertThat(baseline.location()).isEqualTo(4);
        // between and within: 1 + 1
        assertThat(baseline.scale()).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(baseline.degrees()).isEqualTo(10);
        assertThat(baseline.source()).isEqualTo(BaselineSource.SHRUNK);
        // t of 10 degrees at 0.95 is 1.812461; exp(4 + 1.414214 * 1.812461) - 1 = 707.5 minutes
        assertThat(minutes(baseline, 0.95)).isCloseTo(707.5, within(0.1));
        assertThat(baseline.medianMillis() / 60_000.0).isCloseTo(Math.exp(4) - 1, within(1e-4));
    }

    @Test
    void weighsThePodsOwnGapsAgainstTheOrganisation() {
        // Variance (10 * 1 + 6) / 13 = 16/13; the organisation counts like 16/13 gaps.
        // Mean (16/13 * 4 + 4 * 5) / (16/13 + 4) = 81/17; variance of the next 16/13 + 4/17.
        GapBaseline baseline = GapBaseline.of(gaps(4, 5, 6), PRIOR, NONE_ONGOING);
        assertThat(baseline.location()).isCloseTo(81.0 / 17, within(1e-9));
        assertThat(baseline.scale()).isCloseTo(Math.sqrt(16.0 / 13 + 4.0 / 17), within(1e-9));
        assertThat(baseline.degrees()).isEqualTo(13);
        assertThat(baseline.n()).isEqualTo(4);
    }

    @Test
    void callsABaselineItsOwnFromNineTenthsOfTheWeightOn() {
        // The organisation weighs 1 gap for the mean and 10 degrees for the spread; n gaps have
        // n - 1 degrees: 90 of 100.
        assertThat(GapBaseline.of(gaps(90, 5, 89), PRIOR, NONE_ONGOING).source())
                .isEqualTo(BaselineSource.SHRUNK);
        assertThat(GapBaseline.of(gaps(91, 5, 90), PRIOR, NONE_ONGOING).source())
                .isEqualTo(BaselineSource.OWN);
    }

    @Test
    void seesThroughGapsThatAreNotOver() {
        // Half of 200 gaps are cut off at e^5 - 1 minutes, their median: the true mean is 5.
        Random random = new Random(5);
        GapSums completed = GapSums.NONE;
        long[] ongoing = new long[200];
        int cut = 0;
        long limit = (long) ((Math.exp(5) - 1) * 60_000);
        for (int gap = 0; gap < 200; gap++) {
            long millis = (long) ((Math.exp(5 + random.nextGaussian()) - 1) * 60_000);
            if (millis > limit) {
                ongoing[cut++] = limit;
            } else {
                completed = completed.plus(GapSums.of(millis));
            }
        }
        long[] ages = Arrays.copyOf(ongoing, cut);
        // The lower half of a normal has mean 5 - 0.8; the standard error is about 0.1.
        assertThat(GapBaseline.of(completed, PRIOR, NONE_ONGOING).location())
                .isCloseTo(4.2, within(0.3));
        assertThat(GapBaseline.of(completed, PRIOR, ages).location()).isCloseTo(5, within(0.3));
    }

    @Test
    void doesNotCareInWhichOrderOngoingGapsAreTold() {
        GapSums completed = gaps(20, 5, 19);
        long[] ages = {hours(3), hours(70), hours(11)};
        long[] turned = {hours(11), hours(3), hours(70)};
        assertThat(GapBaseline.of(completed, PRIOR, ages))
                .isEqualTo(GapBaseline.of(completed, PRIOR, turned));
    }

    @Test
    void aPodWhereNothingEverMovedCannotExcuseItself() {
        assertThat(GapBaseline.of(GapSums.NONE, PRIOR, new long[] {hours(300), hours(400)}))
                .isEqualTo(GapBaseline.of(GapSums.NONE, PRIOR, NONE_ONGOING));
    }

    @Test
    void staysFiniteForGapsBeyondAllMeasure() {
        GapBaseline baseline =
                GapBaseline.of(gaps(20, 5, 1), PRIOR, new long[] {hours(10_000_000)});
        assertThat(baseline.location()).isFinite();
        assertThat(baseline.scale()).isFinite();
    }

    /**
     * 300 pods, log-medians 0.9 apart, log-sd 0.9 to 1.1. A pod's share of healthy gaps beyond p99
     * has a standard deviation of about 1 % with 8 gaps, 0.5 % with 50: a mean over 300 of them one
     * of 0.06 and 0.03; three of those, and as much again for what the prior does not know.
     */
    @Test
    void oneHealthyGapInAHundredIsLongerThanTheNinetyNinthPercentile() {
        assertThat(healthyBeyondP99(8)).isCloseTo(0.01, within(0.0030));
        assertThat(healthyBeyondP99(20)).isCloseTo(0.01, within(0.0025));
        assertThat(healthyBeyondP99(50)).isCloseTo(0.01, within(0.0018));
    }

    private static double healthyBeyondP99(int past) {
        Random random = new Random(31 + past);
        Map<String, GapSums> sums = new TreeMap<>();
        Map<String, double[]> laws = new HashMap<>();
        for (int pod = 0; pod < 300; pod++) {
            double mean = 6 + 0.9 * random.nextGaussian();
            double spread = 0.9 + 0.2 * random.nextDouble();
            GapSums total = GapSums.NONE;
            for (int gap = 0; gap < past; gap++) {
                double minutes = Math.exp(mean + spread * random.nextGaussian());
                total = total.plus(GapSums.of((long) (minutes * 60_000)));
            }
            sums.put("pod " + pod, total);
            laws.put("pod " + pod, new double[] {mean, spread});
        }
        OrganisationPrior prior = OrganisationPrior.of(sums, Patience.PEOPLE);
        return sums.keySet().stream()
                .mapToDouble(pod -> beyondP99(sums.get(pod), prior, laws.get(pod)))
                .average()
                .orElseThrow();
    }

    private static double beyondP99(GapSums sums, OrganisationPrior prior, double[] law) {
        GapBaseline baseline = GapBaseline.of(sums, prior, NONE_ONGOING);
        double limit = Math.log(baseline.quantileMillis(0.99) / 60_000.0);
        return 0.5 * Erf.erfc((limit - law[0]) / law[1] / Math.sqrt(2));
    }

    private static long hours(long hours) {
        return Duration.ofHours(hours).toMillis();
    }
}

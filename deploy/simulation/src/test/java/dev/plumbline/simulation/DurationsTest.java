package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;

/**
 * The durations are as asked. Measured where one duration is one draw: from the first assignment of
 * a ticket to its start, working time, 120 pods with about 108 tickets each and no fault.
 */
class DurationsTest {
    private static final SimulationOptions SOUND =
            SimulationOptions.of(120, 12, 11).onlyFaults(Set.of());
    private static final Simulation SIMULATION = Simulation.of(SOUND);
    private static final Organisation ORGANISATION = new Organisation(SOUND);

    /** By pod: natural logarithms of the hours, in the order of the tickets. */
    private static final List<List<Double>> LOG_HOURS =
            SIMULATION.histories().map(DurationsTest::logHours).toList();

    private static List<Double> logHours(PodHistory history) {
        WorkCalendar calendar =
                new Simulated(SIMULATION, List.of(), ORGANISATION).calendar(history.pod());
        Map<String, Instant> assigned = new HashMap<>();
        Map<String, Double> hours = new HashMap<>();
        for (WorkEvent event : history.events()) {
            String ticket = event.getObject().getId();
            if (event.getType().equals("work_item.assigned")) {
                assigned.putIfAbsent(ticket, event.getOccurredAt());
            } else if (event.getType().equals("work_item.state_changed")) {
                long millis = calendar.workingMillis(assigned.get(ticket), event.getOccurredAt());
                hours.putIfAbsent(ticket, Math.log(millis / 3_600_000.0));
            }
        }
        return hours.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> number(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int number(String ticket) {
        return Integer.parseInt(ticket.substring(ticket.indexOf('-') + 1));
    }

    /**
     * 0.9, with the error of a pod's own median (1.25 / sqrt 108 = 0.12): 0.908. Its standard error
     * over 120 pods is 0.908 / sqrt 238 = 0.059; the band is three of them.
     */
    @Test
    void logMediansOfPodsSpreadByAsMuchAsAsked() {
        DescriptiveStatistics medians = new DescriptiveStatistics();
        LOG_HOURS.forEach(pod -> medians.addValue(statistics(pod).getPercentile(50)));

        assertThat(medians.getStandardDeviation()).isBetween(0.73, 1.09);
        // 1.5 hours is the median pod's; standard error 0.908 / sqrt 120 = 0.083, three of them.
        assertThat(medians.getMean()).isBetween(Math.log(1.5) - 0.25, Math.log(1.5) + 0.3);
    }

    /**
     * Quartiles of a normal lie 1.349 standard deviations apart; weekdays and three outliers in a
     * hundred widen them by a few percent.
     */
    @Test
    void logHoursOfAPodHaveAStandardDeviationOfOne() {
        DescriptiveStatistics deviations = new DescriptiveStatistics();
        for (List<Double> pod : LOG_HOURS) {
            DescriptiveStatistics hours = statistics(pod);
            deviations.addValue((hours.getPercentile(75) - hours.getPercentile(25)) / 1.349);
        }

        assertThat(deviations.getMean()).isBetween(0.95, 1.1);
    }

    /**
     * 0.2 is drawn. Outliers add 0.03 × 0.97 × 2.33² = 0.16 to a variance of 1, which leaves 0.172;
     * the estimate from 108 values is low by (1 + 3 × 0.2) / 108 = 0.015. The standard error of the
     * mean over 120 pods is 0.1 / sqrt 120 = 0.009; the band is four of them about 0.157.
     */
    @Test
    void eachDurationIsALittleLikeTheOneBefore() {
        DescriptiveStatistics correlations = new DescriptiveStatistics();
        for (List<Double> pod : LOG_HOURS) {
            double[] values = statistics(pod).getValues();
            double[] before = java.util.Arrays.copyOfRange(values, 0, values.length - 1);
            double[] after = java.util.Arrays.copyOfRange(values, 1, values.length);
            correlations.addValue(new PearsonsCorrelation().correlation(before, after));
        }

        assertThat(correlations.getMean()).isBetween(0.12, 0.195);
    }

    /**
     * A lognormal has 0.13 % beyond three standard deviations, 0.15 % with the error of the median.
     * An outlier is 6 to 15 times longer, 2.33 on the log scale: a quarter of them lie beyond, of 3
     * % that is 0.73 %. Such waits of 20 medians and more are 30 working hours in the median pod
     * and 75 in one of ten, so that about a fifth is not over at the end of the 480 and not
     * counted: 0.7 % are left, of 12,500 durations 88, standard error 0.09 %, more as the shares
     * vary by pod: 0.1 %. The band is three of them; a lognormal alone lies far below.
     */
    @Test
    void threeInAHundredAreOutliersOnAverage() {
        long beyond = 0;
        long all = 0;
        for (List<Double> pod : LOG_HOURS) {
            double median = statistics(pod).getPercentile(50);
            beyond += pod.stream().filter(log -> log > median + 3).count();
            all += pod.size();
        }

        assertThat((double) beyond / all).isBetween(0.004, 0.01);
        List<Double> shares = new ArrayList<>();
        SIMULATION
                .histories()
                .limit(30)
                .flatMap(pod -> pod.truths().stream())
                .forEach(
                        truth -> {
                            if (truth.kind().equals("outliers")) {
                                shares.add(truth.size());
                            }
                        });
        assertThat(shares).hasSize(30).allMatch(share -> share >= 0 && share <= 0.06);
    }

    private static DescriptiveStatistics statistics(List<Double> values) {
        return new DescriptiveStatistics(values.stream().mapToDouble(value -> value).toArray());
    }
}

package dev.plumbline.pod;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The metrics of the production deployments of a pod's window. They have no splits. */
final class DeploymentMeasures {

    private DeploymentMeasures() {}

    static void put(
            Map<Metric, Measure> measures, PodLedger ledger, FamilyTally tally, Period period) {
        Map<String, EndedDeployment> ended = tally.deployments();
        long succeeded = ended.values().stream().filter(EndedDeployment::success).count();
        long unplanned = ended.values().stream().filter(EndedDeployment::unplanned).count();
        Set<String> failed = new HashSet<>(tally.failedDeployments());
        Set<String> either = new HashSet<>(failed);
        either.addAll(ended.keySet());
        measures.put(Metric.DEPLOYMENT_FREQUENCY, Measure.count(succeeded));
        measures.put(
                Metric.CHANGE_FAILURE_RATE,
                Measure.ratio(failed.size(), either.size(), either.size()));
        measures.put(
                Metric.DEPLOYMENT_REWORK_RATE,
                Measure.ratio(unplanned, ended.size(), ended.size()));
        measures.put(Metric.RECOVERY_TIME, recovery(ledger, tally, period));
    }

    /** What is not restored yet is right-censored: never dropped and never zero. */
    private static Measure recovery(PodLedger ledger, FamilyTally tally, Period period) {
        long[] restored = tally.recoveries().stream().mapToLong(Long::longValue).toArray();
        long[] broken =
                ledger.open().failures().values().stream()
                        .mapToLong(f -> Duration.between(f.since(), period.asOf()).toSeconds())
                        .toArray();
        return Measure.durations(restored, broken);
    }
}

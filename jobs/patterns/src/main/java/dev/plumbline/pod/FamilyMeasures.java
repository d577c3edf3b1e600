package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import java.util.Map;

/** Which families of metrics a window of a pod reports, for one split. */
final class FamilyMeasures {

    private FamilyMeasures() {}

    static void put(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            WindowTally tally,
            Period period,
            Directory directory) {
        FamilyTally families = tally.families();
        if (isHeard(MetricFamily.CHANGES, split, families)) {
            ChangeMeasures.phases(measures, split, tally);
        }
        if (isHeard(MetricFamily.LINKS, split, families)) {
            ChangeMeasures.links(measures, split, tally);
        }
        if (isHeard(MetricFamily.DEPLOYED_CHANGES, split, families)) {
            ChangeMeasures.deployed(measures, split, families);
        }
        if (isHeard(MetricFamily.CLAIMS, split, families)) {
            ShareMeasure.put(measures, Metric.VERIFIED_SHARE, split, families.claims());
        }
        if (isHeard(MetricFamily.STALLS, split, families) || StallMeasures.isOpen(split, ledger)) {
            StallMeasures.put(measures, split, ledger, families, period);
        }
        if (split == Split.ALL) {
            putUnsplit(measures, ledger, tally, period, directory);
        }
    }

    private static void putUnsplit(
            Map<Metric, Measure> measures,
            PodLedger ledger,
            WindowTally tally,
            Period period,
            Directory directory) {
        FamilyTally families = tally.families();
        if (isHeard(MetricFamily.CHANGES, Split.ALL, families)) {
            ChangeMeasures.agents(measures, tally);
        }
        if (isHeard(MetricFamily.PLANS, Split.ALL, families)) {
            PlanMeasures.put(measures, ledger, tally);
        }
        // A count of 0 says something where there has been one: the next two outlast their facts.
        boolean deploys = isKnown(MetricFamily.DEPLOYMENTS, ledger) && !tally.isEmpty();
        if (deploys || isHeard(MetricFamily.DEPLOYMENTS, Split.ALL, families)) {
            DeploymentMeasures.put(measures, ledger, families, period);
        }
        boolean isReported = tally.hasFacts() || ledger.isAwake();
        if (isReported && isKnown(MetricFamily.ACTIVITY, ledger)) {
            ActivityMeasures.put(measures, ledger, families, period, directory);
        }
    }

    private static boolean isKnown(MetricFamily family, PodLedger ledger) {
        return ledger.open().known().contains(family);
    }

    private static boolean isHeard(MetricFamily family, Split split, FamilyTally families) {
        KindsHeard heard = families.heard().get(family);
        return heard != null && heard.of(split);
    }
}

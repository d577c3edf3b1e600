package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The metrics of the changes of a pod's window, split by the kind of their author. */
final class ChangeMeasures {

    private ChangeMeasures() {}

    /** How long the changes merged in the window took, phase by phase. */
    static void phases(Map<Metric, Measure> measures, Split split, WindowTally tally) {
        List<MergedChange> merged = merged(split, tally);
        put(measures, split, Metric.PICKUP_TIME, merged, MergedChange::pickupSeconds);
        put(measures, split, Metric.REVIEW_TIME, merged, MergedChange::reviewSeconds);
        put(
                measures,
                split,
                Metric.REVIEW_WAIT_REVIEWERS,
                merged,
                MergedChange::reviewWaitReviewersSeconds);
        put(
                measures,
                split,
                Metric.REVIEW_WAIT_AUTHOR,
                merged,
                MergedChange::reviewWaitAuthorSeconds);
        put(measures, split, Metric.REWORK_TIME, merged, MergedChange::reworkSeconds);
        put(measures, split, Metric.MERGE_DELAY, merged, MergedChange::mergeDelaySeconds);
    }

    /** What agents have in the changes merged in the window. */
    static void agents(Map<Metric, Measure> measures, WindowTally tally) {
        List<MergedChange> all = merged(Split.ALL, tally);
        List<MergedChange> byAgents = merged(Split.AGENT, tally);
        long unreviewed = byAgents.stream().filter(change -> !change.reviewedByHuman()).count();
        Set<String> reworked = new HashSet<>(tally.families().reworkedAgentChanges());
        Set<String> either = new HashSet<>(reworked);
        for (CountedItem item : tally.finished()) {
            MergedChange change = item.finished().merged();
            if (change != null && change.authorKind() == ActorKind.AGENT) {
                either.add(item.item());
            }
        }
        long agents = byAgents.size();
        measures.put(Metric.AGENT_SHARE, Measure.ratio(agents, all.size(), all.size()));
        measures.put(Metric.AGENT_UNREVIEWED_SHARE, Measure.ratio(unreviewed, agents, agents));
        measures.put(
                Metric.AGENT_REWORK_RATE,
                Measure.ratio(reworked.size(), either.size(), either.size()));
    }

    /** Commits and changes merged that name no work item. */
    static void links(Map<Metric, Measure> measures, Split split, WindowTally tally) {
        List<AccountShare> unlinked = new ArrayList<>();
        for (AccountShare commits : tally.families().commits()) {
            unlinked.add(
                    new AccountShare(
                            commits.actorKind(), commits.account(), commits.no(), commits.yes()));
        }
        for (MergedChange change : merged(Split.ALL, tally)) {
            if (change.linked() == null) {
                continue;
            }
            unlinked.add(
                    new AccountShare(
                            change.authorKind(),
                            change.author(),
                            change.linked() ? 0 : 1,
                            change.linked() ? 1 : 0));
        }
        ShareMeasure.put(measures, Metric.UNLINKED_SHARE, split, unlinked);
    }

    /** How long the changes that reached production in the window took to get there. */
    static void deployed(Map<Metric, Measure> measures, Split split, FamilyTally tally) {
        List<DeployedChange> deployed =
                tally.deployedChanges().stream()
                        .filter(change -> split.includes(change.authorKind()))
                        .toList();
        putDeployed(measures, split, Metric.DEPLOY_TIME, deployed, DeployedChange::deploySeconds);
        putDeployed(
                measures, split, Metric.CHANGE_LEAD_TIME, deployed, DeployedChange::leadSeconds);
    }

    private static List<MergedChange> merged(Split split, WindowTally tally) {
        List<MergedChange> merged = new ArrayList<>();
        for (CountedItem item : tally.finished()) {
            MergedChange change = item.finished().merged();
            if (change != null && split.includes(change.authorKind())) {
                merged.add(change);
            }
        }
        return merged;
    }

    private static void put(
            Map<Metric, Measure> measures,
            Split split,
            Metric metric,
            List<MergedChange> merged,
            Function<MergedChange, Long> seconds) {
        Contributors contributors = new Contributors();
        List<Long> known = new ArrayList<>(merged.size());
        for (MergedChange change : merged) {
            Long duration = seconds.apply(change);
            if (duration != null) {
                known.add(duration);
                contributors.add(change.authorKind(), change.author());
            }
        }
        putDurations(measures, contributors.hidden(split), metric, known);
    }

    private static void putDeployed(
            Map<Metric, Measure> measures,
            Split split,
            Metric metric,
            List<DeployedChange> deployed,
            Function<DeployedChange, Long> seconds) {
        Contributors contributors = new Contributors();
        List<Long> known = new ArrayList<>();
        for (DeployedChange change : deployed) {
            if (seconds.apply(change) != null) {
                known.add(seconds.apply(change));
                contributors.add(change.authorKind(), change.author());
            }
        }
        putDurations(measures, contributors.hidden(split), metric, known);
    }

    private static void putDurations(
            Map<Metric, Measure> measures, boolean hidden, Metric metric, List<Long> seconds) {
        long[] durations = seconds.stream().mapToLong(Long::longValue).toArray();
        HandoffMeasures.put(measures, hidden, metric, Measure.durations(durations, new long[0]));
    }
}

package dev.plumbline.pod;

import dev.plumbline.statistics.Mixes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was planned against what was done in a pod's window. It has no splits. */
final class PlanMeasures {

    /** Of an item that is of no epic, or of no type. */
    private static final String NONE = "";

    private PlanMeasures() {}

    static void put(Map<Metric, Measure> measures, PodLedger ledger, WindowTally tally) {
        List<WorkCategory> planned = planned(ledger, tally);
        List<WorkCategory> done =
                tally.finished().stream()
                        .map(CountedItem::finished)
                        .filter(finished -> finished.merged() == null)
                        .map(FinishedItem::category)
                        .toList();
        List<Boolean> unplanned =
                tally.finished().stream()
                        .map(CountedItem::unplanned)
                        .filter(Objects::nonNull)
                        .toList();
        long late = unplanned.stream().filter(Boolean::booleanValue).count();
        measures.put(Metric.PLAN_DIVERGENCE, divergence(planned, done));
        measures.put(
                Metric.UNPLANNED_SHARE, Measure.ratio(late, unplanned.size(), unplanned.size()));
    }

    /** By epic where any planned item is of one, else by work type. */
    private static Measure divergence(List<WorkCategory> planned, List<WorkCategory> done) {
        if (planned.isEmpty() || done.isEmpty()) {
            return Measure.noData();
        }
        boolean byEpic = planned.stream().anyMatch(item -> item.epic() != null);
        double bits = Mixes.divergence(mix(planned, byEpic), mix(done, byEpic));
        return Measure.amount(done.size(), bits);
    }

    private static Map<String, Long> mix(List<WorkCategory> items, boolean byEpic) {
        Map<String, Long> mix = new HashMap<>();
        for (WorkCategory item : items) {
            String category = byEpic ? item.epic() : item.workType();
            mix.merge(category == null ? NONE : category, 1L, Long::sum);
        }
        return mix;
    }

    /** What was in the plans that were open in the window, at its end or when they were closed. */
    private static List<WorkCategory> planned(PodLedger ledger, WindowTally tally) {
        Map<String, WorkCategory> items = new HashMap<>();
        for (OpenPlan plan : tally.families().closedPlans()) {
            items.putAll(plan.items());
        }
        for (OpenPlan plan : ledger.open().plans().values()) {
            if (plan.startedAt() != null) {
                items.putAll(plan.items());
            }
        }
        return new ArrayList<>(items.values());
    }
}

package dev.plumbline.pod;

import java.util.List;
import java.util.Map;

/** A share of what accounts did, for one split. */
final class ShareMeasure {

    private ShareMeasure() {}

    static void put(
            Map<Metric, Measure> measures, Metric metric, Split split, List<AccountShare> shares) {
        Contributors contributors = new Contributors();
        long yes = 0;
        long all = 0;
        for (AccountShare share : shares) {
            if (split.includes(share.actorKind())) {
                contributors.add(share.actorKind(), share.account());
                yes += share.yes();
                all += share.yes() + share.no();
            }
        }
        HandoffMeasures.put(
                measures, contributors.hidden(split), metric, Measure.ratio(yes, all, all));
    }
}

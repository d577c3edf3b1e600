package dev.plumbline.streaming.item;

import dev.plumbline.stall.CompletedGap;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.time.Days;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What many events between two watermarks add up to: gaps by pod, stratum and day; productive
 * events by pod, account and day. One record each instead of one per event.
 */
final class Gathered {

    private final Days days;
    private final Map<GapKey, GapSums> gaps = new HashMap<>();

    private record GapKey(String org, String pod, Stratum stratum, long day) {}

    /**
     * @param zone of the organisation
     */
    Gathered(ZoneId zone) {
        this.days = new Days(zone);
    }

    void add(String org, CompletedGap gap) {
        GapKey key = new GapKey(org, gap.pod(), gap.stratum(), days.of(gap.at()));
        gaps.merge(key, GapSums.of(gap.effectiveMillis()), GapSums::plus);
    }

    void release(Gathering.Outlet outlet) {
        gaps.forEach(
                (key, sums) ->
                        outlet.put(
                                ItemFunction.GAPS,
                                new PodGaps(key.org, key.pod, key.stratum, key.day, sums)));
        gaps.clear();
    }
}

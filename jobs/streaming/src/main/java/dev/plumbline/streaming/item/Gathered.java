package dev.plumbline.streaming.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.item.Heard;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.stall.CompletedGap;
import dev.plumbline.stall.GapSums;
import dev.plumbline.stall.Stratum;
import dev.plumbline.streaming.Gathering;
import dev.plumbline.streaming.stall.PodGaps;
import dev.plumbline.time.Days;
import dev.plumbline.work.Party;
import dev.plumbline.work.WorkEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.OutputTag;

/**
 * What many events between two watermarks add up to: gaps by pod, stratum and day; productive
 * events by pod, account and day. One record each instead of one per event.
 */
public final class Gathered {

    /** What pods count by the day. */
    public static final OutputTag<PodFact> SUMS = new OutputTag<>("sums") {};

    private final Directory directory;
    private final Days days;
    private final Map<GapKey, GapSums> gaps = new HashMap<>();

    private final Map<ActivityKey, Long> activity = new HashMap<>();
    private final ContainersHeard heard;

    private record ActivityKey(String org, String pod, Party by, long day) {}

    private record GapKey(String org, String pod, Stratum stratum, long day) {}

    /**
     * @param directory for accounts that are pseudonyms
     */
    public Gathered(Directory directory) {
        this.directory = directory;
        this.days = new Days(directory.zone());
        this.heard = new ContainersHeard(days);
    }

    /** A productive event of somebody who is in a pod; of others no pod counts it. */
    public void addWork(WorkEvent work) {
        if (!work.isWork()) {
            return;
        }
        String pod = directory.podOfAccount(work.actor().account(), work.occurredAt());
        if (pod != null) {
            long day = days.of(work.occurredAt());
            activity.merge(new ActivityKey(work.org(), pod, work.actor(), day), 1L, Long::sum);
        }
    }

    /**
     * An event of an item, which has a container, concerns a pod.
     *
     * @param before the item's own event before; of those of one day the first one tells
     */
    void addHeard(ItemTimeline item, Instant before, String pod) {
        long day = days.of(item.lastOwnEventAt());
        boolean known = before != null && !before.isBefore(days.start(day));
        if (item.container() != null && !known) {
            heard.add(item.org(), pod, item.container(), false, day);
        }
    }

    /**
     * Work on what is linked to an item, and evidence of it, concern the item's pod; that it is
     * linked, or planned, does not. One of the item's own container says nothing new.
     */
    void addHeard(ItemTimeline item, Heard linked) {
        String container = linked.event().container();
        boolean known = container == null || container.equals(item.container());
        if (known || !item.isListed()) {
            return;
        }
        String pod = ItemSnapshot.pod(item, directory, item.lastOwnEventAt());
        boolean evidence = !linked.event().isWork();
        if (evidence && !linked.event().type().evidence()) {
            return;
        }
        heard.add(item.org(), pod, container, evidence, days.of(linked.knownAt()));
    }

    void add(String org, CompletedGap gap) {
        GapSums sums = GapSums.of(gap.effectiveMillis());
        if (sums.n() > 0) {
            GapKey key = new GapKey(org, gap.pod(), gap.stratum(), days.of(gap.at()));
            gaps.merge(key, sums, GapSums::plus);
        }
    }

    public void release(Gathering.Outlet outlet) {
        gaps.forEach(
                (key, sums) ->
                        outlet.put(
                                ItemFunction.GAPS,
                                new PodGaps(key.org, key.pod, key.stratum, key.day, sums)));
        activity.forEach(
                (key, count) ->
                        outlet.put(
                                SUMS,
                                PracticeFacts.activity(
                                        key.org, key.pod, days.start(key.day), key.by, count)));
        heard.release(fact -> outlet.put(SUMS, fact));
        gaps.clear();
        activity.clear();
    }
}

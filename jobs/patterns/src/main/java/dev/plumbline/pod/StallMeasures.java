package dev.plumbline.pod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of the stalls of a pod's window, for one split by the owner's kind. */
final class StallMeasures {

    private static final double SECONDS_PER_HOUR = 3600;

    private StallMeasures() {}

    static boolean isOpen(Split split, PodLedger ledger) {
        for (OpenStall stall : ledger.open().stalls().values()) {
            if (split.includes(stall.actorKind())) {
                return true;
            }
        }
        return false;
    }

    static void put(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            FamilyTally tally,
            Period period) {
        List<OpenStall> stalls = new ArrayList<>();
        add(stalls, split, tally.endedStalls());
        add(stalls, split, ledger.open().stalls().values());
        putRate(measures, split, ledger, tally, stalls);
        putHours(measures, split, stalls, period);
    }

    private static void add(List<OpenStall> included, Split split, Collection<OpenStall> stalls) {
        for (OpenStall stall : stalls) {
            if (split.includes(stall.actorKind())) {
                included.add(stall);
            }
        }
    }

    private static void putRate(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            FamilyTally tally,
            List<OpenStall> stalls) {
        Map<String, OpenWork> open = ledger.open().watched();
        Contributors contributors = new Contributors();
        Set<String> stalled = new HashSet<>();
        for (OpenStall stall : stalls) {
            stalled.add(stall.item());
            contributors.add(stall.actorKind(), stall.account());
        }
        long watched = stalled.size();
        for (Map.Entry<String, OpenWork> watch : open.entrySet()) {
            watched += counted(watch, split, stalled, contributors);
        }
        for (Map.Entry<String, OpenWork> watch : tally.unwatched().entrySet()) {
            if (!open.containsKey(watch.getKey())) {
                watched += counted(watch, split, stalled, contributors);
            }
        }
        Measure rate = Measure.ratio(stalled.size(), watched, watched);
        HandoffMeasures.put(measures, contributors.hidden(split), Metric.STALL_RATE, rate);
    }

    /** 1 for a watch of the split whose item is not counted as stalled already. */
    private static long counted(
            Map.Entry<String, OpenWork> watch,
            Split split,
            Set<String> stalled,
            Contributors contributors) {
        if (!split.includes(watch.getValue().actorKind())) {
            return 0;
        }
        contributors.add(watch.getValue().actorKind(), watch.getValue().account());
        return stalled.contains(watch.getKey()) ? 0 : 1;
    }

    private static void putHours(
            Map<Metric, Measure> measures, Split split, List<OpenStall> stalls, Period period) {
        Contributors contributors = new Contributors();
        long seconds = 0;
        for (OpenStall stall : stalls) {
            contributors.add(stall.actorKind(), stall.account());
            seconds += secondsIn(period, stall);
        }
        Measure hours = Measure.amount(stalls.size(), seconds / SECONDS_PER_HOUR);
        HandoffMeasures.put(measures, contributors.hidden(split), Metric.STALLED_HOURS, hours);
    }

    private static long secondsIn(Period period, OpenStall stall) {
        Instant from = stall.since().isAfter(period.start()) ? stall.since() : period.start();
        Instant to = stall.until() == null ? period.asOf() : stall.until();
        if (!to.isAfter(from)) {
            return 0;
        }
        return stall.elapsed()
                ? Duration.between(from, to).toSeconds()
                : period.calendar().workingSeconds(from, to);
    }
}

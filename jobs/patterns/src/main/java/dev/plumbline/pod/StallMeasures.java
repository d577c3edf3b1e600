package dev.plumbline.pod;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The metrics of the stalls of a pod's window, for one split by the owner's kind. */
final class StallMeasures {

    private static final double SECONDS_PER_HOUR = 3600;

    private StallMeasures() {}

    static boolean isOpen(Split split, PodLedger ledger) {
        return ledger.open().stalls().values().stream()
                .anyMatch(stall -> split.includes(stall.actorKind()));
    }

    static void put(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            FamilyTally tally,
            Period period) {
        List<OpenStall> stalls = new ArrayList<>(tally.endedStalls());
        stalls.addAll(ledger.open().stalls().values());
        stalls.removeIf(stall -> !split.includes(stall.actorKind()));
        putRate(measures, split, ledger, tally, stalls);
        putHours(measures, split, stalls, period);
    }

    private static void putRate(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            FamilyTally tally,
            List<OpenStall> stalls) {
        Map<String, OpenWork> watches = new HashMap<>(tally.unwatched());
        watches.putAll(ledger.open().watched());
        watches.values().removeIf(watch -> !split.includes(watch.actorKind()));
        Contributors contributors = new Contributors();
        watches.values().forEach(watch -> contributors.add(watch.actorKind(), watch.account()));
        Set<String> stalled = new HashSet<>();
        for (OpenStall stall : stalls) {
            stalled.add(stall.item());
            contributors.add(stall.actorKind(), stall.account());
        }
        Set<String> watched = new HashSet<>(watches.keySet());
        watched.addAll(stalled);
        Measure rate = Measure.ratio(stalled.size(), watched.size(), watched.size());
        HandoffMeasures.put(measures, contributors.hidden(split), Metric.STALL_RATE, rate);
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

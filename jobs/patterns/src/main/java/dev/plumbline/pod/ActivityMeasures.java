package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.statistics.Mixes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of a pod's people worked, and how evenly. It has no splits: a pod is as far as it goes.
 */
final class ActivityMeasures {

    /** Below this the figures would be about a person, and there is nothing to be even about. */
    private static final int FEWEST_MEMBERS = 2;

    private ActivityMeasures() {}

    static void put(
            Map<Metric, Measure> measures,
            PodLedger ledger,
            FamilyTally tally,
            Period period,
            Directory directory) {
        SortedMap<String, Long> events = new TreeMap<>();
        directory
                .peoplePresent(ledger.pod(), period.start(), period.asOf())
                .forEach(person -> events.put(person, 0L));
        if (events.isEmpty()) {
            return;
        }
        tally.activity()
                .forEach(
                        (account, count) ->
                                events.computeIfPresent(
                                        directory.personOf(account), (p, known) -> known + count));
        long active = events.values().stream().filter(count -> count > 0).count();
        long[] counts = events.values().stream().mapToLong(Long::longValue).toArray();
        measures.put(Metric.ACTIVE_SHARE, share(active, counts.length));
        measures.put(Metric.PARTICIPATION_BALANCE, balance(counts));
    }

    /** Of one person it would say whether that person worked. */
    private static Measure share(long active, int present) {
        return present < FEWEST_MEMBERS
                ? Measure.tooFew(present)
                : Measure.ratio(active, present, present);
    }

    private static Measure balance(long... counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        if (total == 0) {
            return Measure.noData();
        }
        return counts.length < FEWEST_MEMBERS
                ? Measure.tooFew(total)
                : Measure.amount(total, Mixes.evenness(counts));
    }
}

package dev.plumbline.pod;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The flow metrics of a pod's window, for one split by the owner's kind. */
final class ItemMeasures {

    private ItemMeasures() {}

    /** What is in progress at that instant. */
    static void gauges(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            Instant asOf,
            WorkCalendar calendar) {
        List<OpenWork> items = HandoffMeasures.of(split, ledger.inProgress());
        Contributors contributors = new Contributors();
        items.forEach(item -> contributors.add(item.actorKind(), item.account()));
        boolean hidden = contributors.hidden(split);
        long[] ages = HandoffMeasures.ages(items, asOf, calendar);
        put(measures, hidden, Metric.WIP, Measure.count(items.size()));
        put(measures, hidden, Metric.WIP_AGE, Measure.durations(ages, new long[0]));
    }

    /** What finished, moved back or was reopened in the window. */
    static void episodes(Map<Metric, Measure> measures, Split split, WindowTally tally) {
        List<CountedItem> finished = of(split, tally.finished());
        List<CountedItem> movedBack = of(split, tally.movedBack());
        List<CountedItem> reopened = of(split, tally.reopened());
        List<CountedItem> undone = of(split, tally.undone());
        putTimes(measures, split, finished);
        putMeans(measures, split, finished);
        putRates(measures, split, finished, undone, movedBack, reopened);
    }

    /** Over the items finished of which the time is known: those, too, must be of two people. */
    private static void putTimes(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        putDurations(measures, split, Metric.CYCLE_TIME, finished, FinishedItem::cycleSeconds);
        putDurations(measures, split, Metric.LEAD_TIME, finished, FinishedItem::leadSeconds);
        List<CountedItem> timed =
                finished.stream().filter(item -> item.finished().inProgressMillis() > 0).toList();
        long active = sum(timed, FinishedItem::activeMillis);
        long inProgress = sum(timed, FinishedItem::inProgressMillis);
        Measure efficiency = Measure.ratio(active, inProgress, finished.size());
        put(measures, contributors(timed).hidden(split), Metric.FLOW_EFFICIENCY, efficiency);
        List<CountedItem> cycled =
                finished.stream().filter(item -> item.finished().cycleSeconds() != null).toList();
        long waited = sum(cycled, FinishedItem::waitedSeconds);
        long cycles = sum(cycled, FinishedItem::cycleSeconds);
        Measure cost = Measure.ratio(waited, cycles, cycled.size());
        put(measures, contributors(cycled).hidden(split), Metric.COORDINATION_COST, cost);
    }

    private static void putMeans(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        boolean hidden = contributors(finished).hidden(split);
        put(measures, hidden, Metric.THROUGHPUT, Measure.count(finished.size()));
        put(measures, hidden, Metric.HANDOFFS_PER_ITEM, mean(finished, FinishedItem::handoffs));
        put(measures, hidden, Metric.ACTORS_PER_ITEM, mean(finished, FinishedItem::actors));
        put(measures, hidden, Metric.BOUNCE_RATE, mean(finished, f -> f.bounces() > 0 ? 1 : 0));
        put(measures, hidden, Metric.PING_PONG_RATE, mean(finished, f -> f.pingPong() ? 1 : 0));
    }

    /** Rework among what finished or moved back; reopenings among all that entered done. */
    private static void putRates(
            Map<Metric, Measure> measures,
            Split split,
            List<CountedItem> finished,
            List<CountedItem> undone,
            List<CountedItem> movedBack,
            List<CountedItem> reopened) {
        Set<String> either = distinct(finished);
        either.addAll(distinct(movedBack));
        Measure rework = Measure.ratio(distinct(movedBack).size(), either.size(), either.size());
        Set<String> entered = distinct(finished);
        entered.addAll(distinct(undone));
        Measure reopen = Measure.ratio(distinct(reopened).size(), entered.size(), entered.size());
        put(measures, contributors(finished, movedBack).hidden(split), Metric.REWORK_RATE, rework);
        put(measures, contributors(finished, undone).hidden(split), Metric.REOPEN_RATE, reopen);
    }

    private static void putDurations(
            Map<Metric, Measure> measures,
            Split split,
            Metric metric,
            List<CountedItem> finished,
            Function<FinishedItem, Long> seconds) {
        List<CountedItem> known =
                finished.stream().filter(item -> seconds.apply(item.finished()) != null).toList();
        long[] durations = known.stream().mapToLong(i -> seconds.apply(i.finished())).toArray();
        Measure measure = Measure.durations(durations, new long[0]);
        put(measures, contributors(known).hidden(split), metric, measure);
    }

    private static List<CountedItem> of(Split split, List<CountedItem> items) {
        return items.stream().filter(item -> split.includes(item.actorKind())).toList();
    }

    private static Measure mean(List<CountedItem> finished, ToLongFunction<FinishedItem> figure) {
        return Measure.ratio(sum(finished, figure), finished.size(), finished.size());
    }

    private static long sum(List<CountedItem> finished, ToLongFunction<FinishedItem> figure) {
        return finished.stream().mapToLong(item -> figure.applyAsLong(item.finished())).sum();
    }

    private static Set<String> distinct(List<CountedItem> items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.item()));
        return ids;
    }

    @SafeVarargs
    private static Contributors contributors(List<CountedItem>... lists) {
        Contributors contributors = new Contributors();
        for (List<CountedItem> items : lists) {
            items.forEach(item -> contributors.add(item.actorKind(), item.account()));
        }
        return contributors;
    }

    private static void put(
            Map<Metric, Measure> measures, boolean hidden, Metric metric, Measure measure) {
        HandoffMeasures.put(measures, hidden, metric, measure);
    }
}

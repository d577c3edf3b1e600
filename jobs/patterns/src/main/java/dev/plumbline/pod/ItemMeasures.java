package dev.plumbline.pod;

import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The flow metrics of a pod's window, for one split by the owner's kind. */
final class ItemMeasures {

    private static final long[] NONE = {};

    private ItemMeasures() {}

    /** What is in progress at that instant. */
    static void gauges(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            Instant asOf,
            WorkCalendar calendar) {
        OpenAges items = OpenAges.of(ledger.inProgress().values(), split, asOf, calendar);
        boolean hidden = items.contributors().hidden(split);
        put(measures, hidden, Metric.WIP, Measure.count(items.seconds().length));
        put(measures, hidden, Metric.WIP_AGE, Measure.durations(items.seconds(), NONE));
    }

    /** What finished, moved back or was reopened in the window. */
    static void episodes(Map<Metric, Measure> measures, Split split, WindowTally tally) {
        List<CountedItem> finished = of(split, tally.finished());
        putTimes(measures, split, finished);
        putMeans(measures, split, finished);
        putRates(
                measures,
                split,
                finished,
                of(split, tally.undone()),
                of(split, tally.movedBack()),
                of(split, tally.reopened()));
    }

    /** Over the items finished of which the time is known: those, too, must be of two people. */
    private static void putTimes(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        putDurations(measures, split, Metric.CYCLE_TIME, finished, FinishedItem::cycleSeconds);
        putDurations(measures, split, Metric.LEAD_TIME, finished, FinishedItem::leadSeconds);
        putEfficiency(measures, split, finished);
        putCost(measures, split, finished);
    }

    private static void putEfficiency(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        Contributors timed = new Contributors();
        long active = 0;
        long inProgress = 0;
        for (CountedItem item : finished) {
            if (item.finished().inProgressMillis() > 0) {
                timed.add(item.actorKind(), item.account());
                active += item.finished().activeMillis();
                inProgress += item.finished().inProgressMillis();
            }
        }
        Measure efficiency = Measure.ratio(active, inProgress, finished.size());
        put(measures, timed.hidden(split), Metric.FLOW_EFFICIENCY, efficiency);
    }

    private static void putCost(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        Contributors cycled = new Contributors();
        long waited = 0;
        long cycles = 0;
        long n = 0;
        for (CountedItem item : finished) {
            if (item.finished().cycleSeconds() != null) {
                cycled.add(item.actorKind(), item.account());
                waited += item.finished().waitedSeconds();
                cycles += item.finished().cycleSeconds();
                n++;
            }
        }
        Measure cost = Measure.ratio(waited, cycles, n);
        put(measures, cycled.hidden(split), Metric.COORDINATION_COST, cost);
    }

    private static void putMeans(
            Map<Metric, Measure> measures, Split split, List<CountedItem> finished) {
        boolean hidden = contributors(finished, List.of()).hidden(split);
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
        int either = distinct(finished, movedBack);
        Measure rework = Measure.ratio(distinct(movedBack, List.of()), either, either);
        int entered = distinct(finished, undone);
        Measure reopen = Measure.ratio(distinct(reopened, List.of()), entered, entered);
        put(measures, contributors(finished, movedBack).hidden(split), Metric.REWORK_RATE, rework);
        put(measures, contributors(finished, undone).hidden(split), Metric.REOPEN_RATE, reopen);
    }

    private static void putDurations(
            Map<Metric, Measure> measures,
            Split split,
            Metric metric,
            List<CountedItem> finished,
            Function<FinishedItem, Long> seconds) {
        Contributors known = new Contributors();
        long[] durations = new long[finished.size()];
        int n = 0;
        for (CountedItem item : finished) {
            Long duration = seconds.apply(item.finished());
            if (duration != null) {
                known.add(item.actorKind(), item.account());
                durations[n++] = duration;
            }
        }
        Measure measure = Measure.durations(Arrays.copyOf(durations, n), NONE);
        put(measures, known.hidden(split), metric, measure);
    }

    private static List<CountedItem> of(Split split, List<CountedItem> items) {
        if (split == Split.ALL || items.isEmpty()) {
            return items;
        }
        List<CountedItem> included = new ArrayList<>(items.size());
        for (CountedItem item : items) {
            if (split.includes(item.actorKind())) {
                included.add(item);
            }
        }
        return included;
    }

    private static Measure mean(List<CountedItem> finished, ToLongFunction<FinishedItem> figure) {
        long sum = 0;
        for (CountedItem item : finished) {
            sum += figure.applyAsLong(item.finished());
        }
        return Measure.ratio(sum, finished.size(), finished.size());
    }

    /** How many items are in one of the lists, each counted once. */
    private static int distinct(List<CountedItem> items, List<CountedItem> others) {
        if (others.isEmpty() && items.size() < 2) {
            return items.size();
        }
        Set<String> ids = new HashSet<>();
        for (CountedItem item : items) {
            ids.add(item.item());
        }
        for (CountedItem other : others) {
            ids.add(other.item());
        }
        return ids.size();
    }

    private static Contributors contributors(List<CountedItem> items, List<CountedItem> others) {
        Contributors contributors = new Contributors();
        for (CountedItem item : items) {
            contributors.add(item.actorKind(), item.account());
        }
        for (CountedItem other : others) {
            contributors.add(other.actorKind(), other.account());
        }
        return contributors;
    }

    private static void put(
            Map<Metric, Measure> measures, boolean hidden, Metric metric, Measure measure) {
        HandoffMeasures.put(measures, hidden, metric, measure);
    }
}

package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The handoff metrics of a pod's window, for one split by the receiver's kind. */
final class HandoffMeasures {

    private HandoffMeasures() {}

    /** What is open at that instant. */
    static void gauges(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            Instant asOf,
            WorkCalendar calendar) {
        List<OpenWork> open = of(split, ledger.handoffs());
        boolean hidden = contributors(open, List.of()).hidden(split);
        long[] ages = ages(open, asOf, calendar);
        put(measures, hidden, Metric.OPEN_HANDOFFS, Measure.count(open.size()));
        put(measures, hidden, Metric.OPEN_HANDOFF_AGE, Measure.durations(ages, new long[0]));
    }

    /**
     * What ended in the window. Latency is estimated over push handoffs; those that ended without a
     * pickup and those still open are right-censored, never dropped and never zero.
     */
    static void episodes(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            WindowTally tally,
            Instant asOf,
            WorkCalendar calendar) {
        List<EndedHandoff> ended =
                tally.handoffs().stream().filter(h -> split.includes(h.actorKind())).toList();
        List<OpenWork> open = of(split, ledger.handoffs());
        List<EndedHandoff> pushed = ended.stream().filter(h -> !h.pull()).toList();
        List<EndedHandoff> pickups = pushed.stream().filter(HandoffMeasures::isPickedUp).toList();
        Contributors behind =
                pickups.isEmpty() ? contributors(open, pushed) : contributors(List.of(), pickups);
        boolean hidden = behind.hidden(split);
        long[] pickedUp = seconds(pushed, true);
        long[] running = concatenate(seconds(pushed, false), ages(open, asOf, calendar));
        put(measures, hidden, Metric.HANDOFF_LATENCY, Measure.durations(pickedUp, running));
        long pulls = ended.stream().filter(EndedHandoff::pull).count();
        boolean endedHidden = contributors(List.of(), ended).hidden(split);
        Measure pullShare = Measure.ratio(pulls, ended.size(), ended.size());
        put(measures, endedHidden, Metric.PULL_SHARE, pullShare);
    }

    static List<OpenWork> of(Split split, Map<String, OpenWork> work) {
        return work.values().stream().filter(open -> split.includes(open.actorKind())).toList();
    }

    static long[] ages(List<OpenWork> open, Instant asOf, WorkCalendar calendar) {
        return open.stream()
                .mapToLong(work -> ageSeconds(work.since(), asOf, work.actorKind(), calendar))
                .toArray();
    }

    static void put(Map<Metric, Measure> measures, boolean hidden, Metric metric, Measure measure) {
        measures.put(metric, hidden ? Measure.suppressed() : measure);
    }

    static long ageSeconds(Instant since, Instant asOf, ActorKind kind, WorkCalendar calendar) {
        if (kind != null && kind.livesOnElapsedTime()) {
            return Duration.between(since, asOf).toSeconds();
        }
        return calendar.workingSeconds(since, asOf);
    }

    private static long[] seconds(List<EndedHandoff> ended, boolean pickedUp) {
        return ended.stream()
                .filter(h -> isPickedUp(h) == pickedUp)
                .mapToLong(EndedHandoff::effectiveSeconds)
                .toArray();
    }

    private static boolean isPickedUp(EndedHandoff handoff) {
        return handoff.outcome() == HandoffOutcome.PICKED_UP;
    }

    private static long[] concatenate(long[] one, long[] other) {
        long[] both = new long[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Contributors contributors(List<OpenWork> open, List<EndedHandoff> ended) {
        Contributors contributors = new Contributors();
        open.forEach(work -> contributors.add(work.actorKind(), work.account()));
        ended.forEach(handoff -> contributors.add(handoff.actorKind(), handoff.account()));
        return contributors;
    }
}

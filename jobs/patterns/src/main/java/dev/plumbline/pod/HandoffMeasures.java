package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** The handoff metrics of a pod's window, for one split by the receiver's kind. */
final class HandoffMeasures {

    private static final long[] NONE = {};

    private HandoffMeasures() {}

    /** What is open at that instant. */
    static void gauges(Map<Metric, Measure> measures, Split split, OpenAges open) {
        boolean hidden = open.contributors().hidden(split);
        put(measures, hidden, Metric.OPEN_HANDOFFS, Measure.count(open.seconds().length));
        put(measures, hidden, Metric.OPEN_HANDOFF_AGE, Measure.durations(open.seconds(), NONE));
    }

    /** What waits for somebody of the split. */
    static OpenAges open(Split split, PodLedger ledger, Instant asOf, WorkCalendar calendar) {
        return OpenAges.of(ledger.handoffs().values(), split, asOf, calendar);
    }

    /**
     * What ended in the window. Latency is estimated over push handoffs; those that ended without a
     * pickup and those still open are right-censored, never dropped and never zero.
     */
    static void episodes(
            Map<Metric, Measure> measures, Split split, WindowTally tally, OpenAges open) {
        long[] pickedUp = new long[tally.handoffs().size()];
        long[] running = Arrays.copyOf(open.seconds(), open.seconds().length + pickedUp.length);
        Contributors pickups = new Contributors();
        Contributors pushed = open.contributors().copy();
        Contributors all = new Contributors();
        int n = 0;
        int cut = open.seconds().length;
        long ended = 0;
        long pulls = 0;
        for (EndedHandoff handoff : tally.handoffs()) {
            if (!split.includes(handoff.actorKind())) {
                continue;
            }
            ended++;
            all.add(handoff.actorKind(), handoff.account());
            if (handoff.pull()) {
                pulls++;
                continue;
            }
            pushed.add(handoff.actorKind(), handoff.account());
            if (handoff.outcome() == HandoffOutcome.PICKED_UP) {
                pickups.add(handoff.actorKind(), handoff.account());
                pickedUp[n++] = handoff.effectiveSeconds();
            } else {
                running[cut++] = handoff.effectiveSeconds();
            }
        }
        boolean hidden = (n == 0 ? pushed : pickups).hidden(split);
        Measure latency =
                Measure.durations(Arrays.copyOf(pickedUp, n), Arrays.copyOf(running, cut));
        put(measures, hidden, Metric.HANDOFF_LATENCY, latency);
        Measure pullShare = Measure.ratio(pulls, ended, ended);
        put(measures, all.hidden(split), Metric.PULL_SHARE, pullShare);
    }

    static void put(Map<Metric, Measure> measures, boolean hidden, Metric metric, Measure measure) {
        measures.put(metric, hidden ? Measure.suppressed() : measure);
    }
}

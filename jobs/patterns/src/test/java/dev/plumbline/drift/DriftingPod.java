package dev.plumbline.drift;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A pod that completes ten episodes a week, one each four working hours, and is watched. */
final class DriftingPod {

    static final WorkCalendar CALENDAR = WorkCalendar.standard(ZoneOffset.UTC);

    /** A Monday, nine o'clock. */
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final long MILLIS_BETWEEN = Duration.ofHours(4).toMillis();

    /** A working day, usually. */
    private static final double USUAL = Math.log(480);

    private final DriftRule rule;
    private final Random random;
    private final boolean isShare;
    private final List<DriftSignal> told = new ArrayList<>();
    private final OrganisationView organisation = new OrganisationView(0, new float[0]);
    private DriftState state = DriftState.of("acme", "red");
    private Instant now = START;
    private int items;

    DriftingPod(Pattern pattern, FalseAlarmBudget budget, long seed) {
        this.rule = new DriftRule(pattern, budget, CALENDAR);
        this.random = new Random(seed);
        this.isShare = pattern.isShare();
    }

    /** One false alarm of each detector in eight years. */
    static DriftingPod ofDurations(long seed) {
        return ofDurations(new FalseAlarmBudget(0.5, 4), seed);
    }

    static DriftingPod ofDurations(FalseAlarmBudget budget, long seed) {
        return new DriftingPod(Pattern.ofDurations("handoff_latency", "all"), budget, seed);
    }

    /** Completes items that take so many times as long as usual; with log-sd 1. */
    DriftingPod completes(int count, double times) {
        for (int item = 0; item < count; item++) {
            complete((float) (USUAL + Math.log(times) + random.nextGaussian()));
        }
        return this;
    }

    /** Completes items of which so many are counted. */
    DriftingPod completesShare(int count, double share) {
        for (int item = 0; item < count; item++) {
            complete(random.nextDouble() < share ? 1 : 0);
        }
        return this;
    }

    private void complete(float value) {
        now = CALENDAR.after(now, MILLIS_BETWEEN);
        items++;
        Episode episode = new Episode("T-" + items, now, value, Float.NEGATIVE_INFINITY);
        hear(
                rule.completed(
                        state,
                        isShare ? Episode.of("T-" + items, now, value > 0) : episode,
                        organisation));
    }

    /** Lets working days pass in which so many items are begun a day and none is completed. */
    DriftingPod stops(int days, int begunADay) {
        List<Instant> begun = new ArrayList<>();
        for (int tick = 0; tick < days * 8; tick++) {
            Instant before = now;
            if (tick % 8 == 0) {
                for (int item = 0; item < begunADay; item++) {
                    begun.add(now);
                }
            }
            now = CALENDAR.after(now, Duration.ofHours(1).toMillis());
            List<OpenEpisode> open = new ArrayList<>();
            for (int item = 0; item < begun.size(); item++) {
                Instant start = begun.get(item);
                float age = age(start, now);
                float toldAge = start.equals(before) ? Float.NEGATIVE_INFINITY : age(start, before);
                open.add(new OpenEpisode("open " + item, toldAge, age));
            }
            hear(rule.tick(state, now, open));
        }
        return this;
    }

    /** Lets calendar days pass with items that are open and grow no older. */
    DriftingPod rests(int days, int openItems) {
        List<OpenEpisode> open = new ArrayList<>();
        for (int item = 0; item < openItems; item++) {
            open.add(new OpenEpisode("open " + item, (float) USUAL, (float) USUAL));
        }
        for (int hour = 0; hour < 24 * days; hour++) {
            now = now.plus(Duration.ofHours(1));
            hear(rule.tick(state, now, open));
        }
        return this;
    }

    private static float age(Instant from, Instant to) {
        return (float) Episode.scale(CALENDAR.workingMillis(from, to));
    }

    private void hear(DriftStep step) {
        state = step.state();
        if (step.told() != null) {
            told.add(step.told());
        }
    }

    DriftState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    List<DriftSignal> told() {
        return told;
    }

    List<DriftSignal> signals() {
        return told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
    }

    DriftSignal last() {
        return told.get(told.size() - 1);
    }
}

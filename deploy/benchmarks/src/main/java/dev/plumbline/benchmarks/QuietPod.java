package dev.plumbline.benchmarks;

import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.DriftStep;
import dev.plumbline.drift.Episode;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OpenEpisode;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.Pattern;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One metric of a pod in which nothing changes, hour by hour through nights, weekends and holidays,
 * told to the whole rule. It starts ten items a week of working time; a usual one lasts a day.
 */
final class QuietPod {

    private static final double MILLIS_BETWEEN = 4 * 3_600_000.0;
    private static final double USUAL_MILLIS = 8 * 3_600_000.0;

    private final WorkCalendar life;
    private final WorkCalendar known;
    private final RandomGenerator random;
    private final DriftRule rule;
    private final List<Item> open = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private DriftState state = DriftState.of("acme", "pod");
    private Instant now;
    private Instant nextStart;
    private int items;
    private boolean startsItems = true;

    /** A row and when it was told. */
    record Told(DriftSignal row, Instant at) {}

    private record Item(String id, Instant start, Instant end, float told) {}

    /**
     * A pod from that instant on.
     *
     * @param life when it works
     * @param known when it is believed to work
     */
    QuietPod(Instant start, WorkCalendar life, WorkCalendar known, RandomGenerator random) {
        this.life = life;
        this.known = known;
        this.random = random;
        this.now = start;
        this.nextStart = start;
        this.rule =
                new DriftRule(
                        Pattern.ofDurations("cycle_time", "all"),
                        new FalseAlarmBudget(0.5, 4),
                        known);
    }

    /** From now on nothing new is started. */
    void runsOutOfWork() {
        startsItems = false;
    }

    void passWeeks(int weeks) {
        for (int hour = 0; hour < 168 * weeks; hour++) {
            live();
            complete();
            tick();
        }
    }

    /** The source is silent and known to be: nothing is told until it is over. */
    void passSilentWeeks(int weeks) {
        for (int hour = 0; hour < 168 * weeks; hour++) {
            live();
        }
        complete();
        open.replaceAll(item -> new Item(item.id, item.start, item.end, age(item.start, now)));
    }

    /** The source is silent and nobody knows: everything seems to stay open. */
    void passWeeksBlindly(int weeks) {
        for (int hour = 0; hour < 168 * weeks; hour++) {
            live();
            tick();
        }
    }

    private void live() {
        now = now.plus(Duration.ofHours(1));
        while (startsItems && nextStart.isBefore(now)) {
            items++;
            long lasts = (long) (USUAL_MILLIS * Math.exp(random.nextGaussian()));
            Instant end = life.after(nextStart, lasts);
            open.add(new Item("T-" + items, nextStart, end, Float.NEGATIVE_INFINITY));
            nextStart = life.after(nextStart, (long) (MILLIS_BETWEEN * random.nextExponential()));
        }
    }

    private void complete() {
        open.stream()
                .filter(item -> !item.end.isAfter(now))
                .sorted(Comparator.comparing(Item::end))
                .forEach(
                        item -> {
                            float value = age(item.start, item.end);
                            Episode episode = new Episode(item.id, item.end, value, item.told);
                            hear(rule.completed(state, episode, OrganisationView.UNKNOWN));
                        });
        open.removeIf(item -> !item.end.isAfter(now));
    }

    private void tick() {
        List<OpenEpisode> ages = new ArrayList<>();
        open.replaceAll(
                item -> {
                    float age = age(item.start, now);
                    ages.add(new OpenEpisode(item.id, item.told, age));
                    return new Item(item.id, item.start, item.end, age);
                });
        hear(rule.tick(state, now, ages));
    }

    private float age(Instant from, Instant to) {
        return (float) Episode.scale(known.workingMillis(from, to));
    }

    private void hear(DriftStep step) {
        state = step.state();
        if (step.told() != null) {
            told.add(new Told(step.told(), now));
        }
    }

    Instant now() {
        return now;
    }

    List<Told> told() {
        return told;
    }
}

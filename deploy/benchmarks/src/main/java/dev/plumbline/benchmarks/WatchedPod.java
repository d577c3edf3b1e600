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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One metric of a pod in working time, told to the whole rule: items, ticks twice a day. */
final class WatchedPod {

    static final double HOURS_PER_WEEK = 40;

    private static final double TICK_HOURS = 4;
    private static final long MEDIAN_MILLIS = Duration.ofHours(8).toMillis();

    /** A Monday, nine o'clock. */
    private static final Instant START = Instant.parse("2024-01-01T09:00:00Z");

    private final DriftRule rule;
    private final OrganisationView organisation;
    private final double hoursBetween;
    private final LogDurations durations;
    private final List<Item> open = new ArrayList<>();
    private final List<DriftSignal> told = new ArrayList<>();
    private DriftState state = DriftState.of("acme", "pod");
    private double hours;
    private double nextStart;
    private double slower = 1;
    private long items;

    private record Item(String id, double start, double end, float told) {}

    WatchedPod(
            FalseAlarmBudget budget,
            OrganisationView organisation,
            double perWeek,
            LogDurations durations) {
        WorkCalendar calendar = WorkCalendar.standard(ZoneOffset.UTC);
        this.rule = new DriftRule(Pattern.ofDurations("cycle_time", "all"), budget, calendar);
        this.organisation = organisation;
        this.hoursBetween = HOURS_PER_WEEK / perWeek;
        this.durations = durations;
    }

    /** From now on what is left of open items, and all of new ones, takes so many times as long. */
    void slowDown(double times) {
        double change = times / slower;
        slower = times;
        open.replaceAll(
                item ->
                        new Item(
                                item.id(),
                                item.start(),
                                hours + (item.end() - hours) * change,
                                item.told()));
    }

    void passWeeks(double weeks) {
        double until = hours + weeks * HOURS_PER_WEEK;
        while (hours < until) {
            tick();
        }
    }

    private void tick() {
        hours += TICK_HOURS;
        while (nextStart < hours) {
            double duration = slower * 8 * Math.exp(durations.next());
            items++;
            open.add(
                    new Item(
                            "T-" + items,
                            nextStart,
                            nextStart + duration,
                            Float.NEGATIVE_INFINITY));
            nextStart += hoursBetween * durations.random().nextExponential();
        }
        open.stream()
                .filter(item -> item.end() <= hours)
                .sorted(Comparator.comparingDouble(Item::end))
                .forEach(this::complete);
        open.removeIf(item -> item.end() <= hours);
        List<OpenEpisode> ages = new ArrayList<>();
        open.replaceAll(
                item -> {
                    float age = scale(hours - item.start());
                    ages.add(new OpenEpisode(item.id(), item.told(), age));
                    return new Item(item.id(), item.start(), item.end(), age);
                });
        hear(rule.tick(state, instant(hours), ages));
    }

    private void complete(Item item) {
        Instant at = instant(item.end());
        float value = scale(item.end() - item.start());
        hear(rule.completed(state, new Episode(item.id(), at, value, item.told()), organisation));
    }

    private void hear(DriftStep step) {
        state = step.state();
        if (step.told() != null) {
            told.add(step.told());
        }
    }

    List<DriftSignal> told() {
        return told;
    }

    private static float scale(double hours) {
        return (float) Episode.scale((long) (hours / 8 * MEDIAN_MILLIS));
    }

    /** Working hours since the start as an instant: five days of eight hours a week. */
    static Instant instant(double hours) {
        long days = (long) (hours / 8);
        long calendarDays = days / 5 * 7 + days % 5;
        return START.plus(Duration.ofDays(calendarDays))
                .plusMillis((long) ((hours - 8 * days) * 3_600_000));
    }

    /** Weeks of working time that lie between two instants made by {@link #instant}, about. */
    static double weeks(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes() / (7 * 24 * 60.0);
    }
}

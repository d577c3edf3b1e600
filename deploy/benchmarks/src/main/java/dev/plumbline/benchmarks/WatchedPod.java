package dev.plumbline.benchmarks;

import dev.plumbline.drift.CombinedEvidence;
import dev.plumbline.drift.Detector;
import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.DriftStep;
import dev.plumbline.drift.Episode;
import dev.plumbline.drift.Evidence;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.Limits;
import dev.plumbline.drift.OpenEpisode;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.Pattern;
import dev.plumbline.drift.StratumCounts;
import dev.plumbline.drift.StratumEffects;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * One metric of a pod in working time, told to the whole rule: items, ticks twice a day. Its work
 * is of several kinds, or all of one.
 */
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
    private final Kinds kinds;
    private final List<Item> open = new ArrayList<>();
    private final List<DriftSignal> told = new ArrayList<>();
    private Consumer<ToldOfPod> listener = one -> {};
    private DriftState state = DriftState.of("acme", "pod");
    private double hours;
    private double nextStart;
    private double slower = 1;
    private long items;

    /**
     * An item in work.
     *
     * @param left working hours that it takes at the usual pace
     */
    private record Item(
            String id, double start, double left, SimulatedWork.Piece piece, float told) {

        Item worked(double done) {
            return new Item(id, start, left - done, piece, told);
        }

        Item telling(float age) {
            return new Item(id, start, left, piece, age);
        }
    }

    private record Ended(Item item, double at) {}

    /**
     * Whether work is of several kinds, and what is known of them.
     *
     * @param several else all of one, with log-sd 1
     * @param known what is subtracted
     * @param seen where completed episodes are counted; null where nobody counts
     */
    record Kinds(boolean several, StratumEffects known, StratumCounts seen) {

        static final Kinds ONE = new Kinds(false, StratumEffects.NONE, null);
    }

    WatchedPod(
            FalseAlarmBudget budget,
            OrganisationView organisation,
            double perWeek,
            LogDurations durations,
            Kinds kinds) {
        WorkCalendar calendar = WorkCalendar.standard(ZoneOffset.UTC);
        this.rule = new DriftRule(Pattern.ofDurations("cycle_time", "all"), budget, calendar);
        this.organisation = organisation;
        this.hoursBetween = HOURS_PER_WEEK / perWeek;
        this.durations = durations;
        this.kinds = kinds;
    }

    /** Whom to tell of all that the rule is told of. */
    void listening(Consumer<ToldOfPod> next) {
        listener = next;
    }

    /**
     * From now on what is left of open items, and all of new ones, takes so many times as long;
     * infinitely many is a stop.
     */
    void slowDown(double times) {
        slower = times;
    }

    void passWeeks(double weeks) {
        double until = hours + weeks * HOURS_PER_WEEK;
        while (hours < until) {
            tick();
        }
    }

    private void tick() {
        double before = hours;
        hours += TICK_HOURS;
        while (nextStart < hours) {
            begin();
            nextStart += hoursBetween * durations.random().nextExponential();
        }
        List<Ended> ended = new ArrayList<>();
        List<Item> going = new ArrayList<>();
        for (Item item : open) {
            double from = Math.max(before, item.start());
            double done = (hours - from) / slower;
            if (item.left() <= done) {
                ended.add(new Ended(item, from + item.left() * slower));
            } else {
                going.add(item.worked(done));
            }
        }
        ended.sort(Comparator.comparingDouble(Ended::at));
        ended.forEach(this::complete);
        open.clear();
        List<OpenEpisode> ages = new ArrayList<>();
        for (Item item : going) {
            float age = value(hours - item.start(), item);
            ages.add(new OpenEpisode(item.id(), item.told(), age));
            open.add(item.telling(age));
        }
        listener.accept(new ToldOfPod(null, instant(hours), ages));
        hear(rule.tick(state, instant(hours), ages));
    }

    private void begin() {
        items++;
        SimulatedWork.Piece piece =
                SimulatedWork.next((int) (nextStart / 8) % 5, durations.random());
        double log =
                kinds.several()
                        ? piece.effect() + SimulatedWork.RESIDUAL * durations.next()
                        : durations.next();
        double work = 8 * Math.exp(log);
        open.add(new Item("T-" + items, nextStart, work, piece, Float.NEGATIVE_INFINITY));
    }

    private void complete(Ended ended) {
        Item item = ended.item();
        double lasted = ended.at() - item.start();
        if (kinds.seen() != null) {
            kinds.seen().add(item.piece().stratum(), scale(lasted));
        }
        float value = value(lasted, item);
        Episode episode = new Episode(item.id(), instant(ended.at()), value, item.told());
        listener.accept(new ToldOfPod(episode, episode.at(), null));
        hear(rule.completed(state, episode, organisation));
    }

    private void hear(DriftStep step) {
        state = step.state();
        if (step.told() != null) {
            told.add(step.told());
        }
    }

    /** The largest of its detectors of a slowdown; 0 while too little is known. */
    double eValue() {
        if (state.isInsufficient()) {
            return 0;
        }
        Evidence evidence = state.evidence();
        Limits limits = state.signalLimits();
        double rise = CombinedEvidence.eValue(evidence.of(Detector.RISE), limits.rise());
        double survival =
                CombinedEvidence.eValue(evidence.of(Detector.SURVIVAL), limits.survival());
        return Math.max(rise, survival);
    }

    List<DriftSignal> told() {
        return told;
    }

    /** On the scale of episodes, less what is known of its kind. */
    private float value(double hours, Item item) {
        double usual = kinds.known().of(item.piece().stratum());
        return (float) (scale(hours) - usual);
    }

    private static double scale(double hours) {
        return Episode.scale((long) (hours / 8 * MEDIAN_MILLIS));
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

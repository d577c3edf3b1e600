package dev.plumbline.stall;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When the silent items of a pod are stalls. Thresholds are in force for a calendar day; at its end
 * they are worked out anew.
 *
 * <p>At one instant the day changes first, then what happened is folded, then thresholds are
 * reached: an item that resumes at the very instant of its threshold is no stall.
 */
public final class StallRule {

    private final Days days;
    private final WorkCalendar calendar;
    private final Priors priors;

    private record Changes(List<Stall> rows, Set<String> detected) {}

    /**
     * The rule for one pod.
     *
     * @param days of the organisation
     * @param calendar the pod's working time
     */
    public StallRule(Days days, WorkCalendar calendar, Priors priors) {
        this.days = days;
        this.calendar = calendar;
        this.priors = priors;
    }

    /**
     * Folds facts and lets time pass. Gaps completed on days that are over by {@code now} must have
     * been added before.
     *
     * @param facts in {@link SilenceFact#FOLD_ORDER}, none after {@code now}, none before the
     *     {@code now} of the call before
     * @param now up to where the clock has come
     */
    public StallStep advance(PodWatch watch, List<SilenceFact> facts, Instant now) {
        Changes changed = new Changes(new ArrayList<>(0), new HashSet<>(0));
        PodWatch current = watch;
        for (SilenceFact fact : facts) {
            current = pass(current, fact.at(), false, changed);
            current = fold(current, fact, changed);
        }
        current = pass(current, now, true, changed);
        long today = dayOf(now);
        PodWatch next = current.day() == today ? current : begin(current, today);
        return new StallStep(next, changed.rows, changed.detected);
    }

    /**
     * When the pod must be looked at next though nothing happens: a threshold is reached, the day
     * ends while one may still be, or old gaps are to be forgotten. Null where there is nothing.
     */
    public Instant wakeAt(PodWatch watch) {
        Instant next = nextThreshold(watch);
        if (next != null) {
            Instant dayEnd = startOf(watch.day() + 1);
            return next.isBefore(dayEnd) ? next : dayEnd;
        }
        long newest = Long.MIN_VALUE;
        for (GapHistory history : watch.histories().values()) {
            newest = Math.max(newest, history.newestDay());
        }
        return newest == Long.MIN_VALUE ? null : days.start(newest + GapHistory.DAYS + 1);
    }

    private PodWatch pass(PodWatch watch, Instant until, boolean included, Changes changed) {
        PodWatch current = watch;
        while (!current.silences().isEmpty()) {
            Instant next = nextThreshold(current);
            Instant dayEnd = startOf(current.day() + 1);
            if (next != null && next.isBefore(dayEnd)) {
                if (next.isAfter(until) || (!included && next.equals(until))) {
                    return current;
                }
                reach(current, next, changed);
            } else if (dayEnd.isAfter(until)) {
                return current;
            } else {
                current = begin(current, next == null ? dayOf(until) : current.day() + 1);
            }
        }
        return current;
    }

    private PodWatch fold(PodWatch watch, SilenceFact fact, Changes changed) {
        SilentItem item = fact.item();
        if (fact.outcome() != StallOutcome.OPEN) {
            Silence over = watch.silences().remove(item.key());
            if (over != null && over.stall() != null) {
                long silent = over.item().silentMillis(fact.at(), calendar);
                changed.rows.add(
                        over.stall().ended(fact.at(), fact.outcome(), fact.endingEvent(), silent));
            }
            return watch;
        }
        long day = dayOf(fact.at());
        PodWatch current = watch.day() == day ? watch : begin(watch, day);
        Silence told = new Silence(item, null, fact.at(), null);
        StallThresholds thresholds = thresholds(current, item.stratum());
        current.silences().put(item.key(), withNext(told, thresholds, day));
        return current;
    }

    /** Every item whose next threshold is reached at that instant. */
    private void reach(PodWatch watch, Instant at, Changes changed) {
        List<String> due =
                watch.silences().entrySet().stream()
                        .filter(entry -> at.equals(entry.getValue().nextAt()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        for (String key : due) {
            Silence silence = watch.silences().get(key);
            SilentItem item = silence.item();
            StallThresholds thresholds = thresholds(watch, item.stratum());
            long silent = item.silentMillis(at, calendar);
            Severity severity = thresholds.reached(silent);
            Stall stall =
                    silence.stall() == null
                            ? Stall.detected(
                                    watch.org(),
                                    watch.pod(),
                                    item,
                                    thresholds,
                                    severity,
                                    at,
                                    silent)
                            : silence.stall().escalated(severity, silent);
            changed.rows.add(stall);
            if (silence.stall() == null) {
                changed.detected.add(stall.id());
            }
            Silence said = new Silence(item, stall, silence.toldAt(), null);
            watch.silences().put(key, withNext(said, thresholds, watch.day()));
        }
    }

    /** A day begins: new thresholds, with what is silent by then as gaps that are not over. */
    private PodWatch begin(PodWatch watch, long day) {
        PodWatch current = watch.on(day);
        current.thresholds().clear();
        evict(current, day);
        List<Silence> silent = List.copyOf(current.silences().values());
        for (Silence silence : silent) {
            StallThresholds thresholds = thresholds(current, silence.item().stratum());
            current.silences().put(silence.item().key(), withNext(silence, thresholds, day));
        }
        return current;
    }

    private Silence withNext(Silence silence, StallThresholds thresholds, long day) {
        Severity next =
                silence.stall() == null ? Severity.WARNING : silence.stall().severity().next();
        if (next == null) {
            return new Silence(silence.item(), silence.stall(), silence.toldAt(), null);
        }
        Instant at = silence.item().silentFor(thresholds.millis(next), calendar);
        at = latest(at, latest(startOf(day), silence.toldAt()));
        return new Silence(silence.item(), silence.stall(), silence.toldAt(), at);
    }

    private StallThresholds thresholds(PodWatch watch, Stratum stratum) {
        StallThresholds inForce = watch.thresholds().get(stratum.key());
        if (inForce != null) {
            return inForce;
        }
        GapHistory history = watch.histories().get(stratum.key());
        GapSums completed = history == null ? GapSums.NONE : history.before(watch.day());
        OrganisationPrior prior = priors.of(stratum, watch.day());
        GapBaseline baseline = GapBaseline.of(completed, prior, ongoing(watch, stratum));
        StallThresholds worked = StallThresholds.of(baseline, Patience.of(stratum));
        watch.thresholds().put(stratum.key(), worked);
        return worked;
    }

    /**
     * Ages at the beginning of the day of the gaps that began in the trailing eight weeks and are
     * not over. A stall counts with the silence at which it was detected: how long it has lasted
     * since must not make the pod's gaps look longer.
     */
    private long[] ongoing(PodWatch watch, Stratum stratum) {
        Instant dayStart = startOf(watch.day());
        Instant oldest = startOf(watch.day() - GapHistory.DAYS);
        long[] ages = new long[watch.silences().size()];
        int found = 0;
        for (Silence silence : watch.silences().values()) {
            SilentItem item = silence.item();
            boolean told = silence.toldAt().isBefore(dayStart);
            if (told && item.stratum().equals(stratum) && !item.silentSince().isBefore(oldest)) {
                ages[found++] = age(silence, dayStart);
            }
        }
        return Arrays.copyOf(ages, found);
    }

    private long age(Silence silence, Instant at) {
        long age = silence.item().silentMillis(at, calendar);
        Stall stall = silence.stall();
        return stall == null ? age : Math.min(age, stall.thresholdSeconds() * 1000);
    }

    private static void evict(PodWatch watch, long day) {
        watch.histories().values().forEach(history -> history.evictBefore(day));
        watch.histories().values().removeIf(GapHistory::isEmpty);
    }

    private static Instant nextThreshold(PodWatch watch) {
        Instant next = null;
        for (Silence silence : watch.silences().values()) {
            Instant at = silence.nextAt();
            if (at != null && (next == null || at.isBefore(next))) {
                next = at;
            }
        }
        return next;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private long dayOf(Instant at) {
        return days.of(at);
    }

    private Instant startOf(long day) {
        return days.start(day);
    }
}

package dev.plumbline.drift;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The life of drifts of one metric of a pod: learned, watched, a watch, a signal, worse or better,
 * resolved or the new normal.
 *
 * <p>Episodes come in the order of their completion. Open episodes speak at ticks, with ages in
 * effective time: nothing grows older over a weekend or a holiday. Where a source is silent no tick
 * is told, and at the first one after it {@link OpenEpisode#told} is the age at its end. A pod
 * without episodes is never alarmed: it stays {@link DriftState#isInsufficient}.
 */
public final class DriftRule {

    /** How far below its threshold the survival statistic must be for a stop to be over. */
    private static final double STOP_ENDS_BELOW = 2;

    private static final int LOOK_EVERY = 20;
    private static final int STABLE_ITEMS = 60;
    private static final Duration STABLE_TIME = Duration.ofDays(12 * 7);

    private final Pattern pattern;
    private final ReferenceRule references;
    private final SignalRows rows;

    /**
     * The rule for one metric.
     *
     * @param calendar the pod's working time, for how many episodes a week has
     */
    public DriftRule(Pattern pattern, FalseAlarmBudget budget, WorkCalendar calendar) {
        this.pattern = pattern;
        this.references = new ReferenceRule(pattern, budget, calendar);
        this.rows = new SignalRows(pattern);
    }

    /** Folds one completed episode, not before the one folded last. */
    public DriftStep completed(DriftState state, Episode episode, OrganisationView organisation) {
        int minute = minute(episode.at());
        RecentEpisodes recent = state.recent().begun(minute);
        if (references.isRunIn(recent, minute)) {
            return new DriftStep(state.with(recent), null);
        }
        if (!pattern.isShare()) {
            OpenEpisode last =
                    new OpenEpisode(
                            episode.item(), episode.told(), episode.value(), episode.stratum());
            recent = recent.lapsing(lapses(state, List.of(last)));
        }
        DriftState next = state.with(recent.with(episode.value(), minute, episode.stratum()));
        if (next.isInsufficient()) {
            return new DriftStep(references.learn(next, minute, organisation), null);
        }
        Episode told = episode.less(next.recent().effectOfNewest(next.effects()));
        next = gather(next, told);
        if (next.open() == null) {
            return raise(references.lengthen(next, organisation), minute, episode.at());
        }
        OpenDrift open = next.open();
        Detector detector = open.published().detector();
        ReturnTest back =
                Effects.after(open.back(), pattern, detector, next.reference(), told.value());
        return follow(next.with(open.with(back)), episode.at(), organisation);
    }

    /**
     * Lets the open episodes speak.
     *
     * @param now a tick of working time, not before the episode folded last
     * @param open all that are not over
     */
    public DriftStep tick(DriftState state, Instant now, List<OpenEpisode> open) {
        if (pattern.isShare()) {
            return new DriftStep(state, null);
        }
        RecentEpisodes recent = state.recent();
        DriftState known =
                references.isRunIn(recent, minute(now))
                        ? state
                        : state.with(recent.lapsing(lapses(state, open)));
        return known.isInsufficient() ? new DriftStep(known, null) : speak(known, now, open);
    }

    /** How many have grown older than they are watched since they were told last. */
    private int lapses(DriftState state, List<OpenEpisode> open) {
        double watched = references.watched(state);
        int lapses = 0;
        for (OpenEpisode episode : open) {
            double limit = watched + state.effects().of(episode.stratum());
            lapses += episode.told() <= limit && episode.age() > limit ? 1 : 0;
        }
        return lapses;
    }

    private DriftStep speak(DriftState state, Instant now, List<OpenEpisode> open) {
        CumulativeHazard hazard = state.reference().hazard();
        SurvivalCusum survival = state.evidence().survival();
        TopItems rising = state.rising();
        for (OpenEpisode episode : open) {
            double effect = state.effects().of(episode.stratum());
            double age = hazard.at(episode.age() - effect);
            survival = survival.waited(hazard.at(episode.told() - effect), age);
            rising = rising.with(episode.item(), age - 1);
        }
        double most = state.signalLimits().survival().threshold();
        int minute = minute(now);
        DriftState next =
                state.with(state.evidence().withSurvival(survival.tick(most), minute))
                        .withOpenItems(open.size())
                        .with(rising, state.falling());
        if (next.open() != null && next.open().isSignal()) {
            return new DriftStep(next, null);
        }
        return raise(next, minute, now);
    }

    /** The row of a drift that is open when the metric is forgotten; null where none is. */
    public DriftSignal forgotten(DriftState state, Instant at) {
        return state.open() == null ? null : rows.updated(state, DriftStatus.FORGOTTEN, at);
    }

    private DriftState gather(DriftState state, Episode episode) {
        Reference reference = state.reference();
        Evidence evidence =
                pattern.isShare()
                        ? state.evidence().withShare(episode.value() > 0, reference.share())
                        : state.evidence().withDuration(reference, episode);
        double score = Effects.score(pattern, Detector.RISE, reference, episode.value());
        TopItems rising = evidence.rise().smallItems() == 0 ? TopItems.NONE : state.rising();
        TopItems falling = evidence.fall().smallItems() == 0 ? TopItems.NONE : state.falling();
        return state.with(evidence)
                .with(rising.with(episode.item(), score), falling.with(episode.item(), -score));
    }

    /** Opens a watch or a signal, or makes a signal of a watch, where a threshold is reached. */
    private DriftStep raise(DriftState state, int minute, Instant at) {
        Assessment signal = signal(state, minute);
        if (signal != null) {
            return open(state, DriftLevel.SIGNAL, signal, at);
        }
        Detector watched = state.watchLimits().leading(state.evidence());
        boolean isWatch = state.watchLimits().margin(state.evidence(), watched) >= 0;
        if (state.open() == null && isWatch) {
            Assessment assessment = Assessment.of(pattern, watched, state, minute);
            return open(state, DriftLevel.WATCH, assessment, at);
        }
        if (state.open() != null && !isWatch && hasFaded(state)) {
            DriftSignal row = rows.updated(state, DriftStatus.RESOLVED, at);
            return new DriftStep(state.with((OpenDrift) null), row);
        }
        return new DriftStep(state, null);
    }

    /** Of the detectors beyond their thresholds and through the gate, the furthest; or null. */
    private Assessment signal(DriftState state, int minute) {
        Assessment furthest = null;
        double most = 0;
        for (Detector detector : Detector.values()) {
            double margin = state.signalLimits().margin(state.evidence(), detector);
            if (margin < most) {
                continue;
            }
            Assessment assessment = Assessment.of(pattern, detector, state, minute);
            if (assessment.passesGate(state)) {
                furthest = assessment;
                most = margin;
            }
        }
        return furthest;
    }

    /** A watch is over when its evidence is below half of what opened it. */
    private static boolean hasFaded(DriftState state) {
        Detector detector = state.open().published().detector();
        double threshold = state.watchLimits().of(detector).threshold();
        return state.evidence().of(detector) < threshold / 2;
    }

    private DriftStep open(DriftState state, DriftLevel level, Assessment assessment, Instant at) {
        RecentEpisodes recent = state.recent();
        float[] current = state.newest(assessment.currentN());
        ReturnTest back =
                Effects.returnTest(pattern, assessment.detector(), state.reference(), current);
        DriftSignal row = rows.opened(state, level, assessment, at);
        OpenDrift open =
                new OpenDrift(row, back, recent.count(), recent.count() - assessment.currentN());
        return new DriftStep(state.with(open), row);
    }

    private DriftStep follow(DriftState state, Instant at, OrganisationView organisation) {
        OpenDrift open = state.open();
        if (!open.isSignal()) {
            return raise(state, minute(at), at);
        }
        Detector detector = open.published().detector();
        if (Effects.isBack(open.back(), pattern, detector) && !isStopped(state)) {
            DriftSignal row = rows.updated(state, DriftStatus.RESOLVED, at);
            return new DriftStep(state.afresh(minute(at)), row);
        }
        long since = state.recent().count() - open.openedCount();
        if (since % LOOK_EVERY != 0) {
            return new DriftStep(state, null);
        }
        boolean isLong = open.published().openedAt().plus(STABLE_TIME).isBefore(at);
        boolean isStable = isLong && since >= STABLE_ITEMS && open.back().isFar();
        if (isStable && rows.hasSettled(state, STABLE_ITEMS)) {
            DriftSignal row = rows.updated(state, DriftStatus.NEW_NORMAL, at);
            DriftState renewed = references.renew(state, STABLE_ITEMS, minute(at), organisation);
            return new DriftStep(renewed, row);
        }
        DriftSignal row = rows.updated(state, rows.course(state, LOOK_EVERY), at);
        return new DriftStep(state.with(open.telling(row)), row);
    }

    /** Nearly nothing is completed still: ten usual completions take the statistic down by two. */
    private boolean isStopped(DriftState state) {
        double threshold = state.signalLimits().survival().threshold();
        return !pattern.isShare()
                && state.evidence().of(Detector.SURVIVAL) > threshold - STOP_ENDS_BELOW;
    }

    private static int minute(Instant at) {
        return (int) (at.getEpochSecond() / 60);
    }
}

package dev.plumbline.drift;

import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * When a pod's recent episodes become its reference. A first one is frozen after six weeks with at
 * least 30 episodes, or with 8 where the organisation can pad it; while nothing drifts it is frozen
 * anew whenever twice as many are at hand, until it has 100.
 *
 * <p>What is completed in the first two weeks is left out: where a history begins, the long
 * episodes that were open already are missing, and the pod would look faster than it is.
 *
 * <p>What the organisation knows then of strata is in force until the next reference is frozen.
 */
final class ReferenceRule {

    /** Of history before a reference is frozen. */
    static final int WEEKS = 6;

    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
    private static final int RUN_IN = 2 * MINUTES_OF_A_WEEK;
    private static final double MINUTES_PER_WORKING_WEEK = 40 * 60;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final Instant SOME_MONDAY = Instant.parse("2024-02-05T00:00:00Z");
    private static final Duration WATCHED = Duration.ofMinutes(RUN_IN);
    private static final double LEAST_WEEKS = 0.2;

    /** Confidence with which a longer reference must not be beyond the original. */
    private static final double NO_RAMP_CONFIDENCE = 0.8;

    private final Pattern pattern;
    private final FalseAlarmBudget budget;
    private final WorkCalendar calendar;

    ReferenceRule(Pattern pattern, FalseAlarmBudget budget, WorkCalendar calendar) {
        this.pattern = pattern;
        this.budget = budget;
        this.calendar = calendar;
    }

    /** Whole weeks from the first episode to the last. */
    static int weeksSoFar(RecentEpisodes recent) {
        return recent.count() == 0
                ? 0
                : (recent.minute(1) - recent.firstMinute()) / MINUTES_OF_A_WEEK;
    }

    /** Whether an episode completed then is too early to be counted. */
    boolean isRunIn(RecentEpisodes recent, int minute) {
        return recent.firstMinute() == 0 || minute - recent.firstMinute() < RUN_IN;
    }

    /** Freezes the first reference, if it is time. */
    DriftState learn(DriftState state, int minute, OrganisationView organisation) {
        RecentEpisodes recent = state.recent();
        boolean padded = organisation.residuals().length > 0 && !pattern.isShare();
        int least = padded ? Reference.LEAST_OWN : Reference.LEAST;
        if (recent.count() < least || weeksSoFar(recent) < WEEKS) {
            return state;
        }
        int size = (int) Math.min(Reference.FULL, recent.count());
        return freeze(state, size, organisation).afresh(minute);
    }

    /** Freezes a longer one, if there is enough for it, nothing drifts and it is no ramp. */
    DriftState lengthen(DriftState state, OrganisationView organisation) {
        Reference reference = state.reference();
        int wanted = Math.min(Reference.FULL, 2 * reference.own());
        if (reference.own() >= Reference.FULL
                || state.open() != null
                || state.recent().since(0) < wanted) {
            return state;
        }
        return isRamp(state, wanted, organisation) ? state : freeze(state, wanted, organisation);
    }

    /** Takes the newest episodes as the new normal. */
    DriftState renew(DriftState state, int size, int minute, OrganisationView organisation) {
        return freeze(state, size, organisation).afresh(minute);
    }

    private DriftState freeze(DriftState state, int size, OrganisationView organisation) {
        RecentEpisodes recent = state.recent();
        float[] residuals = pattern.isShare() ? new float[0] : organisation.residuals();
        StratumEffects effects = effects(organisation);
        Reference reference =
                Reference.of(
                                recent.newest(size, effects),
                                recent.newest(size),
                                residuals,
                                size / weeks(recent, size))
                        .frozen(recent.minute(size), recent.minute(1))
                        .watchedUpTo(watched(state), lapsed(recent, size));
        double autocorrelation = organisation.autocorrelation();
        return state.referring(
                reference,
                effects,
                Limits.of(pattern, reference, budget, autocorrelation),
                Limits.of(pattern, reference, budget.forWatch(), autocorrelation));
    }

    /**
     * The age up to which an open episode speaks, on the scale of {@link Episode#value}: two weeks
     * of working time, as long as the run-in, so that a first reference knows how many get so old.
     */
    double watched(DriftState state) {
        return state.isInsufficient()
                ? Episode.scale(calendar.workingMillis(SOME_MONDAY, SOME_MONDAY.plus(WATCHED)))
                : state.reference().hazard().limit();
    }

    /** How many lapsed while the newest so many were completed: their share of all by time. */
    private static double lapsed(RecentEpisodes recent, int size) {
        int until = recent.minute(1);
        double known = Math.max(1, until - recent.firstMinute() - RUN_IN);
        return recent.lapsed() * Math.min(1, (until - recent.minute(size)) / known);
    }

    private StratumEffects effects(OrganisationView organisation) {
        return pattern.isShare() ? StratumEffects.NONE : organisation.effects();
    }

    private double weeks(RecentEpisodes recent, int size) {
        Instant from = Instant.ofEpochSecond(recent.minute(size) * 60L);
        Instant to = Instant.ofEpochSecond(recent.minute(1) * 60L);
        double minutes = calendar.workingMillis(from, to) / MILLIS_PER_MINUTE;
        return Math.max(LEAST_WEEKS, minutes / MINUTES_PER_WORKING_WEEK);
    }

    /** As it would be under the effects that would come into force. */
    private boolean isRamp(DriftState state, int size, OrganisationView organisation) {
        StratumEffects effects = effects(organisation);
        Reference original = state.originally(effects);
        if (original == null) {
            return false;
        }
        float[] longer = state.recent().newest(size, effects);
        Ratio ratio = Effects.ratio(pattern, original, longer, NO_RAMP_CONFIDENCE);
        return ratio.low() > 1 || ratio.high() < 1;
    }
}

package dev.plumbline.debt;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a pod's ledger is kept: facts in fold order open and end episodes, each measured against what
 * was usual on the day it became known; days close when time passes their end, quiet ones included
 * as long as anything is open or was owed in the last seven days.
 */
public final class DebtRule {

    private final Days days;
    private final WorkCalendar calendar;

    /**
     * The rule for one pod.
     *
     * @param days of the organisation
     * @param calendar the pod's working time
     */
    public DebtRule(Days days, WorkCalendar calendar) {
        this.days = days;
        this.calendar = calendar;
    }

    /**
     * Folds facts and lets time pass.
     *
     * @param facts in {@link DebtFact#FOLD_ORDER}, none after {@code now}, none on a day that
     *     closed
     * @param now up to where the clock has come; days that end by then are closed
     * @param tellOpen whether the rows of open entries are told at the end of each day
     */
    public DebtStep advance(PodDebt pod, List<DebtFact> facts, Instant now, boolean tellOpen) {
        DebtStep step = new DebtStep(pod, new ArrayList<>(), new ArrayList<>());
        for (DebtFact fact : facts) {
            step = closeUntil(step, fact.at(), tellOpen);
            PodDebt current = step.pod();
            if (current.day() == PodDebt.ASLEEP) {
                current = current.waking(days.of(fact.at()));
            }
            step = step.with(fold(current.with(current.today().hearing()), fact, step));
        }
        step = closeUntil(step, now, tellOpen);
        if (step.pod().day() == PodDebt.ASLEEP) {
            forget(step.pod(), days.of(now));
        }
        return step;
    }

    /**
     * The open entries where the clock stops, and the open day as far as it has come. A day that
     * would only begin there is none, unless something happened at that very instant.
     */
    public DebtStep atTheEnd(PodDebt pod, Instant until) {
        DebtStep step = new DebtStep(pod, new ArrayList<>(), new ArrayList<>());
        DayEnd end = new DayEnd(this, pod, until);
        end.tellOpen(step.entries());
        boolean awake = pod.day() != PodDebt.ASLEEP;
        if (awake && (days.start(pod.day()).isBefore(until) || pod.today().told())) {
            step.health().add(end.health(days.start(pod.day())));
        }
        return step;
    }

    /** When the pod must be looked at next though nothing happens; null for never. */
    public Instant wakeAt(PodDebt pod) {
        if (pod.day() != PodDebt.ASLEEP) {
            return days.start(pod.day() + 1);
        }
        long last = Long.MIN_VALUE;
        for (WaitHistory history : pod.history().values()) {
            last = Math.max(last, history.forgottenOn());
        }
        return last == Long.MIN_VALUE ? null : days.start(last);
    }

    /** Effective seconds of an episode up to that instant. */
    long observed(OpenEpisode episode, Instant until) {
        return seconds(episode.openedAt(), until, episode.elapsed());
    }

    private long seconds(Instant from, Instant to, boolean elapsed) {
        return elapsed
                ? Math.max(0, Duration.between(from, to).toSeconds())
                : calendar.workingSeconds(from, to);
    }

    private PodDebt fold(PodDebt pod, DebtFact fact, DebtStep step) {
        return switch (fact.kind()) {
            case OPENED -> open(pod, fact);
            case ENDED, RELEASED, RETRACTED -> end(pod, fact, step);
            case WATCH_STARTED -> {
                pod.watched().put(fact.item(), fact.at());
                yield pod;
            }
            case WATCH_ENDED -> {
                if (pod.watched().remove(fact.item()) != null) {
                    pod.today().unwatched().put(fact.item(), true);
                }
                yield pod;
            }
            case CLAIM_KEPT, CLAIM_BROKEN -> {
                pod.today().claims().put(fact.subject(), fact.kind() == DebtFactKind.CLAIM_KEPT);
                yield pod;
            }
        };
    }

    private PodDebt open(PodDebt pod, DebtFact fact) {
        OpenEpisode known = pod.open().get(key(fact));
        if (known == null) {
            OpenEpisode opened = OpenEpisode.of(fact, baseline(pod, fact));
            pod.open().put(key(fact), opened);
            if (opened.isUnjudged()) {
                pod.today().unjudged().put(opened.kind(), true);
            }
        } else if (known.kind() == EpisodeKind.FALSE_CLAIM) {
            pod.open().put(key(fact), known.joinedBy(fact.subject(), fact.openedAt()));
        }
        return pod;
    }

    private PodDebt end(PodDebt pod, DebtFact fact, DebtStep step) {
        OpenEpisode known = pod.open().get(key(fact));
        if (known == null) {
            return pod;
        }
        if (known.kind() == EpisodeKind.FALSE_CLAIM) {
            return endFinding(pod, known, fact, step);
        }
        pod.open().remove(key(fact));
        long observed = seconds(known.openedAt(), fact.at(), fact.elapsed());
        if (fact.kind() == DebtFactKind.ENDED && known.kind().isLearned()) {
            learn(pod, known, fact, observed);
        }
        if (known.kind() == EpisodeKind.STALL) {
            pod.today().stalled().put(fact.item(), true);
        }
        if (known.isUnjudged()) {
            pod.today().unjudged().put(known.kind(), true);
        }
        if (known.beyond(observed) > 0) {
            step.entries().add(DebtEntry.of(pod, known, observed, fact.at(), fact.at()));
        }
        return pod.with(pod.today().with(judged(pod, known, fact, observed)));
    }

    /** What was let go before its time was no longer due. */
    private static Commitments judged(
            PodDebt pod, OpenEpisode ended, DebtFact fact, long observed) {
        Commitments handoffs = pod.today().handoffs();
        if (ended.promisedSeconds() == null || ended.broken()) {
            return handoffs;
        }
        if (observed > ended.promisedSeconds()) {
            return handoffs.with(false);
        }
        return fact.kind() == DebtFactKind.ENDED ? handoffs.with(true) : handoffs;
    }

    private static void learn(PodDebt pod, OpenEpisode ended, DebtFact fact, long observed) {
        pod.history().computeIfAbsent(stratum(fact), none -> WaitHistory.empty()).add(observed);
        DebtCategory category = ended.kind().category();
        if (category != null && ended.medianSeconds() != null) {
            Saving saved = Saving.of(ended.medianSeconds() - observed);
            pod.saved().merge(category, saved, Saving::plus);
        }
    }

    /** A claim is false as long as one finding says so; the same hours count once. */
    private PodDebt endFinding(PodDebt pod, OpenEpisode known, DebtFact fact, DebtStep step) {
        if (!known.findings().containsKey(fact.subject())) {
            return pod;
        }
        boolean retracted = fact.kind() == DebtFactKind.RETRACTED;
        OpenEpisode rest =
                retracted
                        ? known.retracting(fact.subject())
                        : known.without(fact.subject(), fact.at());
        if (!rest.findings().isEmpty()) {
            pod.open().put(key(fact), rest);
            return pod;
        }
        pod.open().remove(key(fact));
        if (observed(known, fact.at()) > 0) {
            Instant stood = rest.stoodUntil() == null ? rest.openedAt() : rest.stoodUntil();
            long observed = observed(rest, stood);
            step.entries().add(DebtEntry.of(pod, rest, observed, fact.at(), fact.at()));
        }
        return pod;
    }

    private Baseline baseline(PodDebt pod, DebtFact fact) {
        if (!fact.episode().isLearned()) {
            return null;
        }
        String stratum = stratum(fact);
        WaitHistory history = pod.history().get(stratum);
        return history == null
                ? null
                : pod.baselines().computeIfAbsent(stratum, none -> history.on(pod.day()));
    }

    private DebtStep closeUntil(DebtStep step, Instant until, boolean tellOpen) {
        PodDebt current = step.pod();
        while (current.day() != PodDebt.ASLEEP && !days.start(current.day() + 1).isAfter(until)) {
            DayEnd end = new DayEnd(this, current, days.start(current.day() + 1));
            end.settle();
            step.health().add(end.health(days.start(current.day())));
            if (tellOpen) {
                end.tellOpen(step.entries());
            }
            current = end.next();
        }
        return step.with(current);
    }

    private static void forget(PodDebt pod, long today) {
        pod.history().values().forEach(history -> history.close(today - 1));
        pod.history().values().removeIf(WaitHistory::isEmpty);
    }

    /** People and agents are waited for on different clocks: each has a past of its own. */
    private static String stratum(DebtFact fact) {
        return fact.episode().name() + (fact.elapsed() ? "/elapsed" : "/working");
    }

    private static String key(DebtFact fact) {
        return fact.episode() == EpisodeKind.FALSE_CLAIM
                ? fact.episode().name() + '/' + fact.item()
                : fact.episode().name() + '/' + fact.subject();
    }
}

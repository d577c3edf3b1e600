package dev.plumbline.pod;

import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.DriftStep;
import dev.plumbline.drift.Episode;
import dev.plumbline.drift.EvidenceRows;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OpenEpisode;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.Stratum;
import dev.plumbline.flow.ProgressRule;
import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The episodes of one pod, completed and open, told to the drift rule of each metric. */
final class DriftEpisodes {

    private static final Duration PICKERS_KEPT = Duration.ofDays(56);

    /** Open for so long that it may never be completed. */
    private static final Duration OLD = Duration.ofDays(28);

    /** Sums of ages and the loudest items must not depend on the order of a map. */
    private static final Comparator<Aged> BY_AGE =
            Comparator.comparingDouble((Aged aged) -> aged.episode().age())
                    .thenComparing(aged -> aged.episode().item());

    private final WorkCalendar calendar;
    private final Days days;
    private final double falseAlarmsPerPodYear;
    private final Duration forgetAfter;
    private final DriftNews news = new DriftNews();
    private PodDrift drift;

    private record Aged(ActorKind actorKind, OpenEpisode episode) {}

    DriftEpisodes(
            PodDrift drift,
            WorkCalendar calendar,
            Days days,
            double falseAlarmsPerPodYear,
            Duration forgetAfter) {
        this.drift = drift;
        this.calendar = calendar;
        this.days = days;
        this.falseAlarmsPerPodYear = falseAlarmsPerPodYear;
        this.forgetAfter = forgetAfter;
    }

    PodDrift drift() {
        return drift;
    }

    DriftNews news() {
        return news;
    }

    /** Forgets the pod. */
    void forget(Instant at) {
        for (DriftMetric metric : DriftMetric.values()) {
            forget(metric, at);
        }
        drift = PodDrift.of(drift.org(), drift.pod()).knowing(drift.views());
    }

    private void forget(DriftMetric metric, Instant at) {
        DriftState state = drift.metrics().get(metric.name());
        if (state != null) {
            EvidenceRows rows = new EvidenceRows(metric.pattern());
            DriftSignal lastRow = rule(metric).forgotten(state, at);
            DriftEvidence nothing = rows.forgotten(state, at);
            news.forgotten(drift, metric, lastRow, nothing);
            drift.metrics().remove(metric.name());
            drift.evidence().remove(metric.name());
        }
    }

    void fold(PodFact fact) {
        drift = drift.withFactAt(fact.at());
        switch (fact.kind()) {
            case CONTAINER_HEARD ->
                    drift = drift.with(drift.heard().with(fact.subject(), fact.at()));
            case EVIDENCE_HEARD ->
                    drift = drift.with(drift.heard().withEvidence(fact.subject(), fact.at()));
            case HANDOFF_OPENED -> begin(drift.handoffs(), fact);
            case PROGRESS_ENTERED -> {
                begin(drift.inProgress(), fact);
                items(drift.itemEndings().goesOn(fact.subject(), fact.at()));
            }
            case HANDOFF_ENDED -> handedOver(fact);
            case PROGRESS_LEFT -> {
                drift.inProgress().remove(fact.subject());
                items(drift.itemEndings().leaves(fact.subject(), fact.at()));
            }
            case ITEM_FINISHED -> finished(fact);
            default -> {}
        }
    }

    /**
     * The end of a working day.
     *
     * @param blind a source of the pod was silent on it: nothing is told of its hours
     */
    void tick(Instant at, boolean blind) {
        if (!blind) {
            tick(at);
            tellWhatIsKnown(at);
        }
        Instant oldest = at.minus(PICKERS_KEPT);
        drift.pickers().values().removeIf(last -> last.isBefore(oldest));
        drift = drift.tellingFrom(drift.isWaiting() ? at : null);
    }

    private void tick(Instant at) {
        drift =
                drift.ending(
                        drift.handoffEndings().tick(old(drift.handoffs().values(), at)),
                        drift.itemEndings().tick(old(drift.inProgress().values(), at)));
        List<Aged> handoffs =
                drift.handoffEndings().spoke() ? aged(drift.handoffs().values(), at) : List.of();
        List<Aged> items =
                drift.itemEndings().spoke() ? aged(drift.inProgress().values(), at) : List.of();
        for (DriftMetric metric : DriftMetric.values()) {
            DriftState state = drift.metrics().get(metric.name());
            if (state != null) {
                List<OpenEpisode> open =
                        switch (metric) {
                            case HANDOFFS, HANDOFFS_TO_HUMANS, HANDOFFS_TO_AGENTS ->
                                    open(handoffs, metric.split());
                            case CYCLES -> open(items, metric.split());
                            case PICKUPS, REWORK -> List.of();
                        };
                hear(metric, rule(metric).tick(state, at, open));
            }
        }
    }

    private void tellWhatIsKnown(Instant at) {
        for (DriftMetric metric : DriftMetric.values()) {
            DriftState state = drift.metrics().get(metric.name());
            if (state == null) {
                continue;
            }
            if (isForgotten(metric, state, at)) {
                forget(metric, at);
            } else {
                EvidenceRows rows = new EvidenceRows(metric.pattern());
                news.known(drift, metric, rows.of(state, at));
            }
        }
    }

    /** A metric that has died out in a pod that lives on; people alone are all there are. */
    private boolean isForgotten(DriftMetric metric, DriftState state, Instant at) {
        boolean isAll =
                metric == DriftMetric.HANDOFFS_TO_HUMANS
                        && !drift.metrics().containsKey(DriftMetric.HANDOFFS_TO_AGENTS.name());
        return isAll || !at.isBefore(state.lastEpisodeAt().plus(forgetAfter));
    }

    private static long old(Collection<WaitingEpisode> waiting, Instant at) {
        Instant longAgo = at.minus(OLD);
        return waiting.stream().filter(episode -> episode.since().isBefore(longAgo)).count();
    }

    private void items(Endings endings) {
        drift = drift.ending(drift.handoffEndings(), endings);
    }

    private void handoffs(Endings endings) {
        drift = drift.ending(endings, drift.itemEndings());
    }

    private void begin(Map<String, WaitingEpisode> open, PodFact fact) {
        Stratum stratum = EpisodeStratum.of(fact, fact.since(), days);
        open.put(
                fact.subject(),
                new WaitingEpisode(fact.item(), fact.since(), fact.actorKind(), stratum));
        wake(fact.at());
    }

    private void wake(Instant at) {
        if (drift.toldUntil() == null) {
            drift = drift.tellingFrom(at);
        }
    }

    private void handedOver(PodFact fact) {
        drift.handoffs().remove(fact.subject());
        if (fact.pull()) {
            return;
        }
        if (fact.outcome() != HandoffOutcome.PICKED_UP) {
            handoffs(drift.handoffEndings().leaves(fact.subject(), fact.at()));
            return;
        }
        handoffs(drift.handoffEndings().completes());
        if (fact.actorKind() == ActorKind.HUMAN && fact.account() != null) {
            drift.pickers().put(fact.account(), fact.at());
        }
        complete(DriftMetric.HANDOFFS, fact, fact.effectiveSeconds());
        boolean agents = drift.metrics().containsKey(DriftMetric.HANDOFFS_TO_AGENTS.name());
        if (fact.actorKind() == ActorKind.AGENT) {
            complete(DriftMetric.HANDOFFS_TO_AGENTS, fact, fact.effectiveSeconds());
        } else if (fact.actorKind() == ActorKind.HUMAN && agents) {
            complete(DriftMetric.HANDOFFS_TO_HUMANS, fact, fact.effectiveSeconds());
        }
    }

    private void finished(PodFact fact) {
        FinishedItem finished = fact.finished();
        items(drift.itemEndings().goesOn(fact.subject(), fact.at()));
        if (finished.cycleSeconds() != null) {
            items(drift.itemEndings().completes());
            complete(DriftMetric.CYCLES, fact, finished.cycleSeconds());
        }
        MergedChange merged = finished.merged();
        if (merged != null && merged.pickupSeconds() != null && !merged.reviewRequested()) {
            float value = (float) Episode.scale(merged.pickupSeconds() * 1000);
            complete(
                    DriftMetric.PICKUPS,
                    new Episode(
                            fact.item(),
                            fact.at(),
                            value,
                            Float.NEGATIVE_INFINITY,
                            CompletedEpisode.ofPickup(fact, days)));
        }
        complete(DriftMetric.REWORK, Episode.of(fact.item(), fact.at(), finished.movedBack()));
    }

    /** One whose age was told while it was open: it has lasted that much less by then. */
    private void complete(DriftMetric metric, PodFact fact, long effectiveSeconds) {
        long millis = effectiveSeconds * 1000;
        boolean spoke =
                metric == DriftMetric.CYCLES
                        ? drift.itemEndings().spoke()
                        : drift.handoffEndings().spoke();
        long untold =
                drift.toldUntil() == null || !spoke
                        ? millis
                        : effective(drift.toldUntil(), fact.at(), fact.actorKind());
        complete(
                metric,
                new Episode(
                        fact.item(),
                        fact.at(),
                        (float) Episode.scale(millis),
                        scaleOrNever(millis - untold),
                        EpisodeStratum.of(fact, fact.since(), days)));
    }

    private void complete(DriftMetric metric, Episode episode) {
        wake(episode.at());
        DriftState state =
                drift.metrics()
                        .computeIfAbsent(
                                metric.name(), none -> DriftState.of(drift.org(), drift.pod()));
        OrganisationView organisation = drift.views().of(metric.name(), episode.at());
        hear(metric, rule(metric).completed(state, episode, organisation));
    }

    private void hear(DriftMetric metric, DriftStep step) {
        drift.metrics().put(metric.name(), step.state());
        if (step.told() != null) {
            news.changed(drift, metric, step.told());
        }
    }

    /** The budget is shared by the metrics the pod has had so far. */
    private DriftRule rule(DriftMetric metric) {
        int detectors = 0;
        for (DriftMetric watched : DriftMetric.values()) {
            detectors += drift.metrics().containsKey(watched.name()) ? watched.detectors() : 0;
        }
        FalseAlarmBudget budget = new FalseAlarmBudget(falseAlarmsPerPodYear, detectors);
        return new DriftRule(metric.pattern(), budget, calendar);
    }

    private List<Aged> aged(Collection<WaitingEpisode> waiting, Instant now) {
        long ofPeople = effective(drift.toldUntil(), now, null);
        long ofAgents = effective(drift.toldUntil(), now, ActorKind.AGENT);
        List<Aged> aged = new ArrayList<>(waiting.size());
        for (WaitingEpisode episode : waiting) {
            ActorKind kind = episode.actorKind();
            boolean elapsed = kind != null && kind.livesOnElapsedTime();
            long age = effective(episode.since(), now, kind);
            float toldAge = scaleOrNever(age - (elapsed ? ofAgents : ofPeople));
            float ageNow = (float) Episode.scale(age);
            OpenEpisode open = new OpenEpisode(episode.item(), toldAge, ageNow, episode.stratum());
            aged.add(new Aged(kind, open));
        }
        aged.sort(BY_AGE);
        return aged;
    }

    private static List<OpenEpisode> open(List<Aged> aged, Split split) {
        List<OpenEpisode> open = new ArrayList<>(aged.size());
        for (Aged one : aged) {
            if (split.includes(one.actorKind())) {
                open.add(one.episode());
            }
        }
        return open;
    }

    private long effective(Instant from, Instant to, ActorKind kind) {
        return ProgressRule.effectiveMillis(from, to, kind, calendar);
    }

    private static float scaleOrNever(long millis) {
        return millis <= 0 ? Float.NEGATIVE_INFINITY : (float) Episode.scale(millis);
    }
}

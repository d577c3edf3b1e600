package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.KnownViews;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.source.PodSight;
import dev.plumbline.source.SilentSource;
import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a pod's facts become the episodes of what is watched for drift. Between two facts time
 * passes: at the end of each of its working days, as long as something is open or was completed
 * since the last one, the open episodes tell their ages. A tick comes before the facts of its
 * instant, so that it does not matter in which stretches time is told. On a day on which a source
 * of the pod was silent and something was open there is no tick, and open episodes do not grow
 * older. Not safe for several threads.
 */
public final class PodDriftRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final double falseAlarmsPerPodYear;
    private final Duration forgetAfter;
    private final Days days;
    private final PodSight sight;

    /**
     * @param falseAlarmsPerPodYear shared by everything that watches a pod
     * @param forgetAfter a pod in which nothing was open for so long begins anew
     */
    public PodDriftRule(Directory directory, double falseAlarmsPerPodYear, Duration forgetAfter) {
        this.directory = directory;
        this.falseAlarmsPerPodYear = falseAlarmsPerPodYear;
        this.forgetAfter = forgetAfter;
        this.days = new Days(directory.zone());
        this.sight = new PodSight(directory);
    }

    /** Whether drift is told of by that fact. */
    public static boolean isOfDrift(PodFact fact) {
        return switch (fact.kind()) {
            case CONTAINER_HEARD,
                    EVIDENCE_HEARD,
                    HANDOFF_OPENED,
                    HANDOFF_ENDED,
                    PROGRESS_ENTERED,
                    PROGRESS_LEFT,
                    ITEM_FINISHED ->
                    true;
            default -> false;
        };
    }

    /** Folds a stretch of the pod's time, not before the one folded last. */
    public PodDriftStep advance(PodDrift before, PodStretch stretch) {
        WorkCalendar calendar = directory.calendarOf(before.pod());
        PodDrift known = before.knowing(known(before.views(), stretch));
        DriftEpisodes episodes = episodes(known, calendar);
        for (PodFact fact : stretch.facts()) {
            passUntil(fact.at(), episodes, calendar, stretch.silences());
            Instant forgetAt = episodes.drift().forgetAt(forgetAfter);
            if (forgetAt != null && !fact.at().isBefore(forgetAt)) {
                episodes.forget(forgetAt);
            }
            episodes.fold(fact);
        }
        passUntil(stretch.until(), episodes, calendar, stretch.silences());
        PodDriftStep step = step(episodes);
        PodDrift after = step.drift();
        return new PodDriftStep(
                after.knowing(after.views().asked(stretch.until())), step.told(), step.evidence());
    }

    /** A stretch may be of several weeks: the facts of each are seen with its own view. */
    private static KnownViews known(KnownViews before, PodStretch stretch) {
        KnownViews known = before;
        for (OrganisationViews view : stretch.views()) {
            known = known.with(view, Instant.MIN);
        }
        return known;
    }

    /** Forgets a pod of which nothing has been heard for so long. */
    public PodDriftStep forget(PodDrift before) {
        DriftEpisodes episodes = episodes(before, directory.calendarOf(before.pod()));
        episodes.forget(before.forgetAt(forgetAfter));
        return step(episodes);
    }

    /**
     * When the pod's next working day has ended, if something is to be told of it then; else null.
     */
    public Instant nextTick(PodDrift drift) {
        Instant told = drift.toldUntil();
        return told == null ? null : tickAfter(told, directory.calendarOf(drift.pod()));
    }

    private DriftEpisodes episodes(PodDrift before, WorkCalendar calendar) {
        return new DriftEpisodes(before, calendar, days, falseAlarmsPerPodYear, forgetAfter);
    }

    private static PodDriftStep step(DriftEpisodes episodes) {
        DriftNews news = episodes.news();
        return new PodDriftStep(
                episodes.drift(), new ArrayList<>(news.drifts()), new ArrayList<>(news.evidence()));
    }

    private void passUntil(
            Instant now,
            DriftEpisodes episodes,
            WorkCalendar calendar,
            List<SilentSource> silences) {
        Instant told = episodes.drift().toldUntil();
        while (told != null) {
            Instant tick = tickAfter(told, calendar);
            if (tick.isAfter(now)) {
                return;
            }
            Instant dawn = days.start(days.of(tick) - 1);
            episodes.tick(tick, isBlind(episodes.drift(), silences, dawn, tick));
            told = episodes.drift().toldUntil();
        }
    }

    private Instant tickAfter(Instant told, WorkCalendar calendar) {
        return days.start(days.of(calendar.after(told, 1)) + 1);
    }

    /** What is over has been seen: only what is open is asked for. */
    private boolean isBlind(
            PodDrift drift, List<SilentSource> silences, Instant from, Instant until) {
        if (silences.isEmpty() || !drift.isWaiting()) {
            return false;
        }
        double seen =
                sight.completeness(
                        drift.org(), drift.pod(), drift.heard(), silences, from, until, false);
        return seen < 1;
    }
}

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
 * of the pod was silent there is no tick, and open episodes do not grow older. Not safe for several
 * threads.
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
        DriftEpisodes episodes = new DriftEpisodes(known, calendar, days, falseAlarmsPerPodYear);
        for (PodFact fact : stretch.facts()) {
            passUntil(fact.at(), episodes, calendar, stretch.silences());
            Instant forgetAt = episodes.drift().forgetAt(forgetAfter);
            if (forgetAt != null && !fact.at().isBefore(forgetAt)) {
                episodes.forget();
            }
            episodes.fold(fact);
        }
        passUntil(stretch.until(), episodes, calendar, stretch.silences());
        PodDrift after = episodes.drift();
        return new PodDriftStep(
                after.knowing(after.views().asked(stretch.until())),
                new ArrayList<>(episodes.told()));
    }

    /** A stretch may be of several weeks: the facts of each are seen with its own view. */
    private static KnownViews known(KnownViews before, PodStretch stretch) {
        KnownViews known = before;
        for (OrganisationViews view : stretch.views()) {
            known = known.with(view, Instant.MIN);
        }
        return known;
    }

    private void passUntil(
            Instant now,
            DriftEpisodes episodes,
            WorkCalendar calendar,
            List<SilentSource> silences) {
        Instant told = episodes.drift().toldUntil();
        while (told != null) {
            long day = days.of(calendar.after(told, 1));
            Instant tick = days.start(day + 1);
            if (tick.isAfter(now)) {
                return;
            }
            episodes.tick(tick, isBlind(episodes.drift(), silences, days.start(day), tick));
            told = episodes.drift().toldUntil();
        }
    }

    private boolean isBlind(
            PodDrift drift, List<SilentSource> silences, Instant from, Instant until) {
        if (silences.isEmpty()) {
            return false;
        }
        double seen =
                sight.completeness(
                        drift.org(), drift.pod(), drift.heard(), silences, from, until, false);
        return seen < 1;
    }
}

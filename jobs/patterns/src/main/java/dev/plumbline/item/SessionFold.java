package dev.plumbline.item;

import dev.plumbline.directory.Directory;
import dev.plumbline.pod.PodFact;
import dev.plumbline.pod.PracticeFacts;
import dev.plumbline.stall.CompletedGap;
import dev.plumbline.stall.SilenceFact;
import dev.plumbline.stall.SilentItem;
import dev.plumbline.stall.StallOutcome;
import dev.plumbline.stall.Standing;
import dev.plumbline.stall.Watch;
import dev.plumbline.stall.WatchRule;
import dev.plumbline.stall.WatchStep;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import dev.plumbline.work.WorkEvent;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Folds the events of an agent's session, in fold order, to tell when it has gone silent. */
public final class SessionFold implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final Duration forgetAfter;

    /**
     * @param directory for accounts that are pseudonyms already
     */
    public SessionFold(Directory directory, Duration forgetAfter) {
        this.directory = directory;
        this.forgetAfter = forgetAfter;
    }

    /**
     * What an event, or the passing of time, did.
     *
     * @param gap between two signs of work; null where none was completed
     * @param silence what the pod has to hear of a silence; null for nothing
     * @param facts what pods count: whose session ought to move, and whose need not any more
     */
    public record Step(
            Session session, CompletedGap gap, SilenceFact silence, List<PodFact> facts) {}

    /** Folds one event of the session itself. */
    public Step fold(Session before, WorkEvent event) {
        if (before.seen().contains(event.id())) {
            return new Step(before, null, null, List.of());
        }
        Session known = after(before, event);
        boolean ends = known.state() != null && known.state().finished();
        StateCategory finishedAs = ends && known.state() != before.state() ? known.state() : null;
        Watch watch = before.watch();
        String pod = podOf(known);
        WatchStep step =
                WatchRule.next(
                        watch,
                        standing(known, pod),
                        finishedAs,
                        event,
                        event.occurredAt(),
                        directory.calendarOf(watch == null ? pod : watch.pod()));
        SilenceFact silence = null;
        if (step.ended() != null && step.ended().told()) {
            silence =
                    SilenceFact.ended(
                            known.org(),
                            step.ended().pod(),
                            event.occurredAt(),
                            known.step(),
                            silent(known, step.ended()),
                            step.outcome(),
                            event.id());
        }
        Session after = known.with(step.watch());
        return new Step(after, step.completed(), silence, watched(before, after));
    }

    /** When time alone changes something; null for never. */
    public Instant wakeAt(Session session) {
        Watch watch = session.watch();
        return watch == null || watch.told()
                ? null
                : watch.floorAt(directory.calendarOf(watch.pod()));
    }

    /** Time came to {@link #wakeAt}, and every event up to it has been folded. */
    public Step passed(Session session) {
        Watch watch = session.watch();
        SilenceFact silence =
                SilenceFact.silent(
                        session.org(),
                        watch.pod(),
                        wakeAt(session),
                        session.step(),
                        silent(session, watch));
        return new Step(session.with(watch.afterTelling()), null, silence, List.of());
    }

    /** When it may be forgotten if nothing more happens. */
    public Instant forgetAt(Session session) {
        return session.lastEventAt().plus(forgetAfter);
    }

    /** It is forgotten: what its pod was told of its silence ends; null where nothing was. */
    public SilenceFact forgotten(Session session) {
        Watch watch = session.watch();
        if (watch == null || !watch.told()) {
            return null;
        }
        return SilenceFact.ended(
                session.org(),
                watch.pod(),
                forgetAt(session),
                session.step(),
                silent(session, watch),
                StallOutcome.WITHDRAWN,
                null);
    }

    /** It is forgotten: nobody waits for it any more; null where nobody did. */
    public PodFact unwatched(Session session) {
        return session.watch() == null
                ? null
                : watch(session, session.watch().pod(), session.agent(), forgetAt(session), false);
    }

    /** Who is expected to move it, and whether anybody is, decides whose rate it is in. */
    private static List<PodFact> watched(Session before, Session after) {
        Watch from = before.watch();
        Watch to = after.watch();
        boolean same =
                from != null
                        && to != null
                        && from.pod().equals(to.pod())
                        && Objects.equals(before.agent(), after.agent());
        List<PodFact> facts = new ArrayList<>();
        if (from != null && !same) {
            facts.add(watch(after, from.pod(), before.agent(), after.lastEventAt(), false));
        }
        if (to != null && !same) {
            facts.add(watch(after, to.pod(), after.agent(), after.lastEventAt(), true));
        }
        return facts;
    }

    /** Of one event the end comes before the start. */
    private static PodFact watch(
            Session session, String pod, Party agent, Instant at, boolean starts) {
        long step = 2 * session.step() + (starts ? 1 : 0);
        String key = session.key();
        return PracticeFacts.watch(session.org(), pod, at, key, step, agent, starts);
    }

    private static Session after(Session before, WorkEvent event) {
        return new Session(
                before.org(),
                before.id(),
                event.container() == null ? before.container() : event.container(),
                event.actor() == null ? before.agent() : event.actor(),
                state(before.state(), event),
                event.occurredAt(),
                before.step() + 1,
                before.watch(),
                before.seen().with(event.id()));
    }

    /** What ended stays ended, unless it starts again. */
    private static StateCategory state(StateCategory before, WorkEvent event) {
        boolean ended = before != null && before.finished();
        return switch (event.type()) {
            case AGENT_SESSION_STARTED -> StateCategory.ACTIVE;
            case AGENT_PROGRESS -> ended ? before : StateCategory.ACTIVE;
            case AGENT_INPUT_REQUIRED -> ended ? before : StateCategory.WAITING;
            case AGENT_CLAIMED_DONE -> StateCategory.DONE;
            case AGENT_FAILED -> StateCategory.CANCELLED;
            default -> before;
        };
    }

    private String podOf(Session session) {
        String agent = Party.accountOf(session.agent());
        return directory.podOf(agent, null, session.container(), session.lastEventAt());
    }

    private static Standing standing(Session session, String pod) {
        return new Standing(
                ObjectType.AGENT_SESSION,
                session.state(),
                false,
                Party.accountOf(session.agent()),
                Party.kindOf(session.agent()),
                null,
                pod);
    }

    private static SilentItem silent(Session session, Watch watch) {
        return new SilentItem(
                watch.stratum(),
                session.id(),
                session.container(),
                watch.silentSince(),
                watch.lastEvent());
    }
}

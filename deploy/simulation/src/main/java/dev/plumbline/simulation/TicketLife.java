package dev.plumbline.simulation;

import dev.plumbline.schema.WorkObject;
import dev.plumbline.simulation.Pace.Phase;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.work.EventType;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A ticket from its creation to wherever it gets. */
final class TicketLife {
    private static final double SECOND_HOURS = 1.0 / 3600;
    private static final double PULLED = 0.3;
    private static final double WAITS = 0.06;
    private static final double COMMIT_NAMES_TICKET = 0.7;
    private static final int MEAN_MORE_ROUNDS = 5;

    final PodScene scene;
    final Ticket ticket;
    final PodClock clock;

    /** Productive events that anybody can see to be work on this ticket: instant → event. */
    final NavigableMap<Instant, String> works = new TreeMap<>();

    Instant doneAt;
    String doneEvent;
    private Instant cancelledAt;
    private Member owner;
    private Instant now;

    TicketLife(PodScene scene, Ticket ticket) {
        this.scene = scene;
        this.ticket = ticket;
        this.clock = ticket.clock();
        this.now = ticket.createdAt();
    }

    Instant now() {
        return now;
    }

    void goTo(Instant at) {
        now = at;
    }

    void work(Phase phase) {
        now = clock.after(now, scene.pace.hours(phase, now));
    }

    /** Between two things done in one go. */
    void aMoment() {
        now = clock.after(now, SECOND_HOURS * scene.between(2, 40));
    }

    /** Its owner, who is replaced now where he acts no more. */
    Member owner() {
        if (!scene.acts(owner, now)) {
            assign(scene.somebodyBut(now), scene.pod.lead());
        }
        return owner;
    }

    void begin() {
        tell("work_item.created", scene.somebodyBut(now), event -> event.state("To Do", "todo"));
        now = ticket.assignedAt();
        Member receiver = scene.somebodyBut(now);
        assign(receiver, scene.chance(PULLED) ? receiver : scene.pod.lead());
        work(Phase.PICKUP);
        state(owner(), "In Progress", "active");
    }

    void assign(Member to, Member by) {
        owner = to;
        tell("work_item.assigned", by, event -> event.holder(to.jira(), null));
        aMoment();
    }

    void delegate(Member agent) {
        Member from = owner();
        owner = agent;
        tell("work_item.delegated", from, event -> event.holder(agent.jira(), null));
    }

    /** Some rounds of work by people: commits, comments, hours. */
    void work() {
        int rounds = 2 + (int) scene.random.nextPoisson(MEAN_MORE_ROUNDS);
        boolean waits = ticket.fault() == null && scene.chance(WAITS);
        for (int round = 0; round < rounds; round++) {
            work(Phase.WORK);
            commit(owner());
            if (scene.chance(0.4)) {
                aMoment();
                tell("work_item.time_logged", owner(), event -> {});
            }
            if (scene.chance(0.35)) {
                work(Phase.WORK);
                tell("work_item.commented", scene.stillOr(owner(), now), event -> {});
            }
            if (waits && round == 1) {
                waitForOthers();
            }
        }
    }

    private void waitForOthers() {
        work(Phase.WORK);
        state(owner(), "Waiting", "waiting");
        work(Phase.WAITING);
        state(owner(), "In Progress", "active");
    }

    /** A commit on a branch of its own: only its message can say what it is for. */
    private void commit(Member by) {
        WorkObject commit = EventBuilder.object("commit", scene.sha());
        String id = scene.journal.github(now, "commit.pushed", commit, by.onGithub(), this::named);
        if (ticket.linked()) {
            worked(now, id);
        }
    }

    /** Names the ticket, where its links are told at all. */
    void named(EventBuilder event) {
        if (ticket.linked()) {
            event.link("implements", "work_item", ticket.id());
        }
    }

    /** Names the ticket as people often do and sometimes forget. */
    void oftenNamed(EventBuilder event) {
        if (scene.chance(COMMIT_NAMES_TICKET)) {
            named(event);
        }
    }

    void cancel(Member by) {
        cancelledAt = now;
        state(by, "Won't do", "cancelled");
    }

    String state(Member by, String raw, String category) {
        return tell("work_item.state_changed", by, event -> event.state(raw, category));
    }

    /** Sets it to done; returns the event. */
    String done(Member by) {
        doneAt = now;
        doneEvent = state(by, "Done", "done");
        return doneEvent;
    }

    String tell(String type, Member by, Consumer<EventBuilder> more) {
        WorkObject object = new WorkObject("work_item", ticket.id(), ticket.workType());
        String id =
                scene.journal.jira(
                        now,
                        type,
                        object,
                        by.onJira(),
                        event -> more.accept(event.attribute("epic", ticket.epic())));
        if (EventType.ofWord(type).productive()) {
            worked(now, id);
        }
        return id;
    }

    /** Work on something that is linked to it. */
    void workedElsewhere(Instant at, String event) {
        if (ticket.linked()) {
            worked(at, event);
        }
    }

    private void worked(Instant at, String event) {
        works.merge(at, event, Told::later);
    }

    /** When it was done, or its last sign of life where it was cancelled; null while it goes on. */
    Instant endedAt() {
        return cancelledAt == null ? doneAt : cancelledAt;
    }

    Truth truth(String kind, Instant from) {
        return Truth.of(kind, scene.pod.id(), from, null).object("work_item", ticket.id());
    }
}

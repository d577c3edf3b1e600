package dev.plumbline.simulation;

import dev.plumbline.schema.WorkObject;
import dev.plumbline.simulation.Pace.Phase;
import dev.plumbline.tools.EventBuilder;
import java.util.function.Consumer;

/** An agent at work on a ticket, by day and by night. */
final class AgentSession {
    private static final double MEDIAN_MINUTES = 6;
    private static final double FAILS = 0.1;
    private static final double ASKS = 0.3;
    private static final int MEAN_MORE_STEPS = 4;

    private final TicketLife life;
    private final PodScene scene;
    private final Member agent;
    private final Member principal;
    private final WorkObject session;

    AgentSession(TicketLife life) {
        this.life = life;
        this.scene = life.scene;
        this.agent = scene.oneOf(scene.pod.agents());
        this.principal = life.owner();
        this.session =
                EventBuilder.object(
                        "agent_session", scene.pod.repository() + "/sessions/" + scene.number());
    }

    /** The agent works and opens a change; null where it fails and gives the ticket back. */
    ChangeLife work() {
        start();
        if (scene.chance(FAILS)) {
            step();
            tell("agent.failed", life::named);
            giveBack();
            return null;
        }
        step();
        ChangeLife change = new ChangeLife(life, agent, true);
        change.open();
        step();
        change.tested();
        step();
        tell("agent.claimed_done", event -> event.link("implements", "change", change.id));
        giveBack();
        return change;
    }

    /** The agent works, says that all is done, and leaves no trace of it; returns what it said. */
    Told claim() {
        start();
        step();
        Told claim = new Told(life.now(), tell("agent.claimed_done", life::named));
        giveBack();
        return claim;
    }

    private void start() {
        life.delegate(agent);
        step();
        tell("agent.session_started", life::named);
        int steps = 2 + (int) scene.random.nextPoisson(MEAN_MORE_STEPS);
        boolean asks = scene.chance(ASKS);
        for (int step = 0; step < steps; step++) {
            step();
            tell("agent.progress", event -> {});
            if (asks && step == 1) {
                ask();
            }
        }
    }

    private void ask() {
        step();
        tell("agent.input_required", event -> {});
        life.work(Phase.REVIEW);
        Member answers = scene.stillOr(principal, life.now());
        life.tell("work_item.commented", answers, event -> {});
    }

    private void giveBack() {
        step();
        life.assign(scene.stillOr(principal, life.now()), agent);
    }

    private void step() {
        double minutes = MEDIAN_MINUTES * Math.exp(scene.random.nextGaussian(0, Pace.LOG_SD));
        life.goTo(life.clock.minutesAfter(life.now(), minutes));
    }

    private String tell(String type, Consumer<EventBuilder> more) {
        String event = scene.journal.github(life.now(), type, session, agent.onGithub(), more);
        if (!type.equals("agent.failed")) {
            life.workedElsewhere(life.now(), event);
        }
        return event;
    }
}

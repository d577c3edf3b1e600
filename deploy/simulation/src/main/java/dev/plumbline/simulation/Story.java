package dev.plumbline.simulation;

import java.time.Instant;

/** What happens to one ticket, from end to end. */
final class Story {
    private static final double DELEGATED = 0.25;
    private static final double CANCELLED = 0.02;
    private static final double TWO_CHANGES = 0.12;
    private static final double BEFORE_CHANGE = 0.5;
    private static final int MOST_BOUNCES = 4;

    private final PodScene scene;
    private final Ticket ticket;
    private final TicketLife life;
    private final Endings endings;

    Story(PodScene scene, Ticket ticket) {
        this.scene = scene;
        this.ticket = ticket;
        this.life = new TicketLife(scene, ticket);
        this.endings = new Endings(life);
    }

    TicketLife tell() {
        scene.journal.about(ticket.id());
        if (!ticket.linked()) {
            scene.isTrue(life.truth("unlinked", ticket.createdAt()));
        }
        life.begin();
        if (scene.pod.has(FaultKind.BOUNCING) && scene.pod.fault().span().contains(life.now())) {
            bounce();
        }
        if (ticket.has(FaultKind.FALSE_DONE)) {
            new FalseClaims(life, endings).withoutEvidence();
        } else {
            workOn();
        }
        scene.journal.about(null);
        return life;
    }

    private void workOn() {
        ChangeLife change = null;
        if (ticket.fault() == null && scene.chance(DELEGATED)) {
            change = new AgentSession(life).work();
        }
        if (change == null) {
            life.work();
        }
        goOn(change);
    }

    private void goOn(ChangeLife opened) {
        if (ticket.fault() == null && scene.chance(CANCELLED) && opened == null) {
            life.aMoment();
            life.cancel(life.owner());
            return;
        }
        if (ticket.has(FaultKind.DECLARED_STOP)) {
            new Stalls(life).declared();
        }
        boolean stalls = ticket.has(FaultKind.SILENT_STALL);
        boolean early = stalls && scene.chance(BEFORE_CHANGE);
        if (early && !new Stalls(life).silent(null)) {
            return;
        }
        ChangeLife change = opened == null ? open() : opened;
        life.aMoment();
        life.state(life.owner(), "In Review", "review");
        if (stalls && !early && !new Stalls(life).silent(change)) {
            return;
        }
        end(change);
    }

    private void end(ChangeLife change) {
        if (ticket.has(FaultKind.CONTRADICTED_DONE)) {
            new FalseClaims(life, endings).contradicted(change);
        } else if (ticket.has(FaultKind.STUCK_AFTER_REALITY)) {
            new FalseClaims(life, endings).stuck(change);
        } else if (ticket.fault() == null && scene.chance(TWO_CHANGES)) {
            ChangeLife second = open();
            endings.half(change);
            endings.sound(second);
        } else {
            endings.sound(change);
        }
    }

    private ChangeLife open() {
        ChangeLife change = new ChangeLife(life, life.owner(), true);
        life.aMoment();
        change.open();
        return change;
    }

    /** To and fro between two people, within hours, before anybody works on it. */
    private void bounce() {
        Instant from = life.now();
        Member first = life.owner();
        Member second = scene.somebodyBut(from, first);
        int handovers = 1 + scene.random.nextInt(2, MOST_BOUNCES);
        for (int handover = 1; handover <= handovers; handover++) {
            endings.soon(1);
            boolean forth = handover % 2 == 1;
            life.assign(forth ? second : first, forth ? first : second);
        }
        scene.isTrue(
                life.truth(FaultKind.BOUNCING.word(), from)
                        .until(life.now())
                        .size(handovers - 1.0, "bounces")
                        .find("bounces"));
    }
}

package dev.plumbline.simulation;

import dev.plumbline.simulation.Pace.Phase;
import java.time.Instant;
import java.util.List;

/** Tickets whose word and whose traces do not agree. */
final class FalseClaims {
    private static final double GRACE_HOURS = 4;
    private static final double STUCK_HOURS = 8;
    private static final double REPAIRED = 0.6;

    private final TicketLife life;
    private final PodScene scene;
    private final Endings endings;

    FalseClaims(TicketLife life, Endings endings) {
        this.life = life;
        this.scene = life.scene;
        this.endings = endings;
    }

    /** Done, and nobody but the claimer ever said or did anything that would show it. */
    void withoutEvidence() {
        List<String> variants =
                List.of(
                        "no_work",
                        "no_change",
                        "self_merged",
                        "self_merged_late_check",
                        "abandoned_change",
                        "agent_claim");
        String variant = scene.oneOf(variants);
        if (variant.equals("no_work")) {
            life.work(Phase.WORK);
            life.tell("work_item.commented", life.owner(), event -> {});
        } else {
            life.work();
        }
        Member claimer = life.owner();
        ChangeLife change = null;
        Told claim = null;
        if (variant.equals("agent_claim")) {
            claim = new AgentSession(life).claim();
        } else if (!variant.startsWith("no_")) {
            change = new ChangeLife(life, claimer, false);
            change.open();
            life.work(Phase.MERGE);
            if (variant.equals("abandoned_change")) {
                change.tell("change.abandoned", claimer, event -> {});
            } else {
                change.merge(claimer);
            }
        }
        endings.soon(Endings.DONE_SOON_HOURS);
        String done = life.done(claimer);
        if (claim == null || !life.ticket.linked()) {
            claim = new Told(life.doneAt, done);
        }
        Instant until = null;
        if (variant.equals("self_merged_late_check")) {
            Instant start = life.clock.after(life.doneAt, scene.between(8, 24));
            until = change.check(change.mergeCommit, start, 10, "success").at();
        }
        Instant due = life.clock.plain(claim.at(), GRACE_HOURS);
        scene.isTrue(
                life.truth(FaultKind.FALSE_DONE.word(), claim.at())
                        .until(until)
                        .variant(variant)
                        .event(claim.event(), due)
                        .find("unverified_done"));
    }

    /** Done, and something speaks against it. */
    void contradicted(ChangeLife change) {
        switch (scene.random.nextInt(0, 4)) {
            case 0 -> openChange(change);
            case 1 -> redAtDone(change);
            case 2 -> redAfterDone(change);
            case 3 -> reverted(change);
            default -> reopened(change);
        }
    }

    private void openChange(ChangeLife change) {
        ChangeLife second = new ChangeLife(life, life.owner(), true);
        second.open();
        endings.sound(change);
        String event = life.doneEvent;
        Instant done = life.doneAt;
        if (!scene.chance(REPAIRED)) {
            contradiction("open_change", done, event, null);
            new Stalls(life).forgotten(second);
            return;
        }
        endings.merged(second);
        endings.green(second);
        contradiction("open_change", done, event, second.mergedAt);
    }

    private void redAtDone(ChangeLife change) {
        endings.merged(change);
        Told red = change.check(change.mergeCommit, change.mergedAt, 10, "failure");
        life.goTo(life.clock.after(life.now(), scene.between(0.6, 2)));
        life.done(change.author);
        red("red_at_done", change, new Told(life.doneAt, red.event()));
    }

    private void redAfterDone(ChangeLife change) {
        endings.merged(change);
        life.goTo(life.clock.after(life.now(), scene.between(0.1, 0.5)));
        life.done(change.author);
        double minutes = scene.between(20, 120);
        red(
                "red_after_done",
                change,
                change.check(change.mergeCommit, life.now(), minutes, "failure"));
    }

    private void red(String variant, ChangeLife change, Told red) {
        Instant until = null;
        if (scene.chance(REPAIRED)) {
            Instant again = life.clock.after(red.at(), scene.between(6, 20));
            until = change.check(change.mergeCommit, again, 10, "success").at();
        }
        contradiction(variant, red.at(), red.event(), until);
    }

    private void reverted(ChangeLife change) {
        endings.sound(change);
        life.goTo(life.clock.after(life.now(), scene.between(8, 60)));
        Member other = scene.somebodyBut(life.now(), change.author);
        String event = change.tell("change.reverted", other, told -> {});
        contradiction("reverted", life.now(), event, null);
    }

    private void reopened(ChangeLife change) {
        endings.sound(change);
        life.goTo(life.clock.after(life.now(), scene.between(4, 40)));
        Instant from = life.now();
        Member other = scene.somebodyBut(from, change.author);
        String event = life.state(other, "In Progress", "active");
        endings.soon(Endings.DONE_SOON_HOURS);
        ChangeLife second = new ChangeLife(life, life.owner(), true);
        second.open();
        endings.sound(second);
        contradiction("reopened", from, event, life.doneAt);
    }

    private void contradiction(String variant, Instant from, String event, Instant until) {
        scene.isTrue(
                life.truth(FaultKind.CONTRADICTED_DONE.word(), from)
                        .until(until)
                        .variant(variant)
                        .event(event, from)
                        .find("contradicted_done"));
    }

    /** All is merged and nobody says that it is done, for long or for ever. */
    void stuck(ChangeLife change) {
        endings.merged(change);
        endings.green(change);
        scene.deployments.add(change);
        Instant until = null;
        if (scene.chance(REPAIRED)) {
            life.goTo(life.clock.after(life.now(), scene.between(12, 60)));
            life.done(life.owner());
            until = life.doneAt;
        }
        Instant due = life.clock.plain(change.mergedAt, STUCK_HOURS);
        scene.isTrue(
                life.truth(FaultKind.STUCK_AFTER_REALITY.word(), change.mergedAt)
                        .until(until)
                        .variant(until == null ? "never_done" : "done_late")
                        .event(change.mergeEvent, due)
                        .find("stuck_after_reality"));
    }
}

package dev.plumbline.simulation;

import java.time.Instant;
import java.util.Map;

/** A ticket, and the open change made for it, rests for a long time; said or unsaid. */
final class Stalls {
    /** So many of the pod's medians are beyond the 99.9th percentile of its gaps. */
    private static final double MEDIANS = 60;

    private static final double LEAST_HOURS = 40;
    private static final double RESUMES = 0.5;
    private static final double HOURS_OF_A_SECOND = 1.0 / 3600;

    private final TicketLife life;
    private final PodScene scene;

    Stalls(TicketLife life) {
        this.life = life;
        this.scene = life.scene;
    }

    /**
     * Nothing happens any more and nobody says so.
     *
     * @param change open by now, null for none
     * @return whether it ever goes on
     */
    boolean silent(ChangeLife change) {
        Map.Entry<Instant, String> lastOfTicket = life.works.lastEntry();
        boolean resumes = scene.chance(RESUMES);
        if (resumes) {
            life.goTo(life.clock.after(life.now(), hours()));
            life.tell("work_item.commented", life.owner(), event -> {});
        }
        Instant until = resumes ? life.now() : null;
        Truth ofTicket = life.truth("silent_stall", lastOfTicket.getKey());
        write(ofTicket, until, lastOfTicket, change == null ? "before_change" : "in_review");
        if (change != null) {
            Map.Entry<Instant, String> lastOfChange = change.works.lastEntry();
            if (resumes) {
                life.goTo(life.clock.after(life.now(), HOURS_OF_A_SECOND));
                change.tell("change.commented", life.owner(), event -> {});
                until = life.now();
            }
            write(ofChange(change, lastOfChange.getKey()), until, lastOfChange, "in_review");
        }
        return resumes;
    }

    /** A change that nobody looks at any more while its ticket is done. */
    void forgotten(ChangeLife change) {
        Map.Entry<Instant, String> last = change.works.lastEntry();
        write(ofChange(change, last.getKey()), null, last, "forgotten_change");
    }

    /** Somebody says that it is blocked: no silence. */
    void declared() {
        life.goTo(life.clock.after(life.now(), scene.between(0.2, 2)));
        Instant from = life.now();
        String event = life.tell("work_item.blocked", life.owner(), told -> {});
        life.goTo(life.clock.after(from, hours()));
        life.tell("work_item.unblocked", life.owner(), told -> {});
        Truth truth = life.truth(FaultKind.DECLARED_STOP.word(), from).until(life.now());
        scene.isTrue(truth.event(event, null).size(hoursFrom(from, life.now()), "working_hours"));
    }

    private double hours() {
        double least = Math.max(LEAST_HOURS, MEDIANS * scene.pod.medianHours());
        return scene.between(least, 2 * least);
    }

    private Truth ofChange(ChangeLife change, Instant from) {
        return Truth.of("silent_stall", scene.pod.id(), from, null).object("change", change.id);
    }

    private void write(
            Truth truth, Instant until, Map.Entry<Instant, String> last, String variant) {
        scene.isTrue(
                truth.until(until)
                        .variant(variant)
                        .lastEvent(last.getValue())
                        .size(hoursFrom(last.getKey(), until), "working_hours")
                        .find("silent_stall"));
    }

    /** Up to the end of the simulation at most. */
    private double hoursFrom(Instant from, Instant until) {
        Instant end = life.clock.end();
        return life.clock.hours(from, until == null || until.isAfter(end) ? end : until);
    }
}

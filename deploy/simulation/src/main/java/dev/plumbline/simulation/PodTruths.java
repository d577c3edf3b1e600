package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is true of the pod as a whole, and of the items that rest because the pod does. */
final class PodTruths {
    private final PodScene scene;
    private final SimulatedPod pod;
    private final Span time;

    PodTruths(PodScene scene, Span time) {
        this.scene = scene;
        this.pod = scene.pod;
        this.time = time;
    }

    void tell(List<TicketLife> lives) {
        PodFault fault = pod.fault();
        String state = fault == null ? "sound" : fault.kind().word();
        scene.isTrue(
                Truth.of("pod", pod.id(), time.from(), null)
                        .size(pod.medianHours(), "median_working_hours")
                        .variant(state));
        scene.isTrue(
                Truth.of("outliers", pod.id(), time.from(), null).size(pod.outliers(), "share"));
        if (fault == null) {
            return;
        }
        Truth truth = Truth.of(state, pod.id(), fault.span().from(), fault.span().until());
        switch (fault.kind()) {
            case SLOWDOWN_STEP ->
                    scene.isTrue(truth.size(fault.size(), "factor").until(null).find("drift"));
            case SLOWDOWN_RAMP -> scene.isTrue(truth.size(fault.size(), "factor").find("drift"));
            case FULL_STOP, PARTIAL_STOP -> {
                scene.isTrue(truth.size(fault.size(), "share").find("silent_stall", "drift"));
                lives.forEach(life -> paused(life, fault));
            }
            case BOUNCING -> scene.isTrue(truth.find("bounce_rate", "ping_pong_rate"));
            case DISENGAGEMENT -> disengaged(truth, fault.member());
            default -> {
                // An outage is told by what is lost.
            }
        }
    }

    /** From the last thing that member did. */
    private void disengaged(Truth truth, Member member) {
        Instant last =
                scene.journal.inOrder().stream()
                        .filter(event -> isBy(event, member))
                        .map(WorkEvent::getOccurredAt)
                        .reduce(truth.from(), (before, at) -> at);
        scene.isTrue(
                Truth.of(truth.kind(), truth.pod(), last, null)
                        .account(member.github())
                        .find("active_share", "participation_balance"));
    }

    private static boolean isBy(WorkEvent event, Member member) {
        if (event.getActor() == null) {
            return false;
        }
        String account = event.getActor().getAccount();
        return account.equals(member.github()) || account.equals(member.jira());
    }

    private void paused(TicketLife life, PodFault stop) {
        Instant from = stop.span().from();
        boolean stops = stop.is(FaultKind.FULL_STOP) || life.clock != scene.clock;
        boolean over = life.endedAt() != null && life.endedAt().isBefore(from);
        Map.Entry<Instant, String> last = life.works.lowerEntry(from);
        if (!stops || over || last == null) {
            return;
        }
        Map.Entry<Instant, String> next = life.works.ceilingEntry(from);
        Instant until = next == null ? null : next.getKey();
        Instant seen = until == null || until.isAfter(time.until()) ? time.until() : until;
        scene.isTrue(
                life.truth("paused_item", last.getKey())
                        .until(until)
                        .lastEvent(last.getValue())
                        .variant(stop.kind().word())
                        .size(life.clock.hours(last.getKey(), seen), "working_hours")
                        .find("silent_stall"));
    }
}

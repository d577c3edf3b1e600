package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of one container are lost for a time; what they were about is known only here. */
final class Outage {
    private final PodScene scene;
    private final PodFault fault;
    private final Map<String, Integer> lostOfTicket = new TreeMap<>();
    private final Map<String, Integer> lostOfChange = new TreeMap<>();
    private int lost;

    Outage(PodScene scene) {
        this.scene = scene;
        this.fault = scene.pod.fault();
    }

    /** What is left of these events. */
    List<WorkEvent> lose(List<WorkEvent> events) {
        List<WorkEvent> kept = new ArrayList<>(events.size());
        for (WorkEvent event : events) {
            if (isLost(event)) {
                note(event);
            } else {
                kept.add(event);
            }
        }
        Span span = fault.span();
        scene.isTrue(
                Truth.of(FaultKind.SOURCE_OUTAGE.word(), scene.pod.id(), span.from(), span.until())
                        .container(fault.container())
                        .size((double) lost, "events")
                        .find("source_silence"));
        lostOfTicket.forEach((id, count) -> touched("work_item", id, count));
        lostOfChange.forEach((id, count) -> touched("change", id, count));
        return kept;
    }

    private boolean isLost(WorkEvent event) {
        return fault.container().equals(event.getContainer())
                && fault.span().contains(event.getOccurredAt());
    }

    private void note(WorkEvent event) {
        lost++;
        String ticket = scene.journal.ticketOf(event);
        if (ticket != null) {
            lostOfTicket.merge(ticket, 1, Integer::sum);
        }
        if (event.getObject().getType().equals("change")) {
            lostOfChange.merge(event.getObject().getId(), 1, Integer::sum);
        }
    }

    private void touched(String type, String id, int count) {
        Span span = fault.span();
        scene.isTrue(
                Truth.of("outage_item", scene.pod.id(), span.from(), span.until())
                        .object(type, id)
                        .container(fault.container())
                        .size((double) count, "events"));
    }
}

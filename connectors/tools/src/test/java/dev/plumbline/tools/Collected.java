package dev.plumbline.tools;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps what a converter gives. */
public final class Collected implements EventSink {
    public final List<WorkEvent> events = new ArrayList<>();
    public final List<RejectedEvent> rejected = new ArrayList<>();

    @Override
    public void event(WorkEvent event) {
        events.add(event);
    }

    @Override
    public void rejected(RejectedEvent event) {
        rejected.add(event);
    }

    /** The events of each object in the order in which they are folded. */
    public Map<String, List<WorkEvent>> folded(String objectType) {
        Comparator<WorkEvent> order =
                Comparator.comparing(WorkEvent::getOccurredAt)
                        .thenComparing(WorkEvent::getSequence)
                        .thenComparing(WorkEvent::getEventId);
        return events.stream()
                .filter(event -> event.getObject().getType().equals(objectType))
                .sorted(order)
                .collect(
                        Collectors.groupingBy(
                                event -> event.getObject().getId(),
                                TreeMap::new,
                                Collectors.toList()));
    }

    public List<String> types() {
        return events.stream().map(WorkEvent::getType).toList();
    }

    public List<String> ids() {
        return events.stream().map(WorkEvent::getEventId).toList();
    }
}

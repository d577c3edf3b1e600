package dev.plumbline.standalone.run;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.xes.XesConverter;
import dev.plumbline.tools.xes.XesOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Histories of work events for whole-topology tests. */
final class Histories {

    static final Comparator<WorkEvent> IN_TIME =
            Comparator.comparing(WorkEvent::getOccurredAt)
                    .thenComparingLong(WorkEvent::getSequence)
                    .thenComparing(WorkEvent::getEventId);

    private Histories() {}

    /** The events of an XES log in time order. */
    static List<WorkEvent> xes(Path log) throws IOException {
        List<WorkEvent> events = new ArrayList<>();
        EventSink sink =
                new EventSink() {
                    @Override
                    public void event(WorkEvent event) {
                        events.add(event);
                    }

                    @Override
                    public void rejected(RejectedEvent rejected) {
                        throw new AssertionError(rejected.toString());
                    }
                };
        try (InputStream in = Files.newInputStream(log)) {
            XesConverter.convert(in, log.toString(), XesOptions.named("volvo"), sink);
        }
        events.sort(IN_TIME);
        return events;
    }
}

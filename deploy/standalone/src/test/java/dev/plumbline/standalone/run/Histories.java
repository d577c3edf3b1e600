package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.aidev.AidevConverter;
import dev.plumbline.tools.csv.CsvConverter;
import dev.plumbline.tools.csv.Mapping;
import dev.plumbline.tools.json.EventFile;
import dev.plumbline.tools.xes.XesConverter;
import dev.plumbline.tools.xes.XesOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Histories of work events in time order, for whole-topology tests. */
final class Histories {

    static final Comparator<WorkEvent> IN_TIME =
            Comparator.comparing(WorkEvent::getOccurredAt)
                    .thenComparingLong(WorkEvent::getSequence)
                    .thenComparing(WorkEvent::getEventId);

    private Histories() {}

    /** The events of an XES log. */
    static List<WorkEvent> xes(Path log) throws IOException {
        Collected found = new Collected();
        try (InputStream in = Files.newInputStream(log)) {
            XesConverter.convert(in, log.toString(), XesOptions.named("volvo"), found);
        }
        assertThat(found.rejected).isEmpty();
        return found.inTime();
    }

    /** The events of a table, by one of the mappings that come with the converter. */
    static List<WorkEvent> csv(Path table, String mapping) throws IOException {
        Collected found = new Collected();
        try (InputStream in = Files.newInputStream(table);
                Reader yaml =
                        new InputStreamReader(
                                CsvConverter.class.getResourceAsStream("/mappings/" + mapping),
                                StandardCharsets.UTF_8)) {
            CsvConverter.convert(in, table.toString(), Mapping.read(mapping, yaml), found);
        }
        assertThat(found.rejected).isEmpty();
        return found.inTime();
    }

    /** The events of one agent's tables of pull requests; rows about others' are left out. */
    static List<WorkEvent> aidev(Path tables) {
        Collected found = new Collected();
        AidevConverter.convert(tables, found);
        assertThat(found.rejected).allMatch(row -> row.getReason().startsWith("unknown_object"));
        return found.inTime();
    }

    /** The same up to the last row of the pull requests' timelines. */
    static List<WorkEvent> aidevToTheEnd(Path tables) {
        Collected found = new Collected();
        AidevConverter.convertToTheEnd(tables, found);
        assertThat(found.rejected).allMatch(row -> row.getReason().startsWith("unknown_object"));
        return found.inTime();
    }

    /** The events of a file. */
    static List<WorkEvent> file(Path events) {
        Collected found = new Collected();
        try (EventFile file = EventFile.open(events)) {
            for (EventFile.Line line = file.next(); line != null; line = file.next()) {
                assertThat(line.rejected()).isNull();
                found.event(line.event());
            }
        }
        return found.inTime();
    }

    private static final class Collected implements EventSink {
        private final List<WorkEvent> events = new ArrayList<>();
        private final List<RejectedEvent> rejected = new ArrayList<>();

        @Override
        public void event(WorkEvent event) {
            events.add(event);
        }

        @Override
        public void rejected(RejectedEvent row) {
            rejected.add(row);
        }

        private List<WorkEvent> inTime() {
            events.sort(IN_TIME);
            return events;
        }
    }
}

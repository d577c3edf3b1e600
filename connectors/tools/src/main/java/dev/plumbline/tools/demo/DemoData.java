package dev.plumbline.tools.demo;

import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.NdjsonWriter;
import dev.plumbline.tools.aidev.AidevConverter;
import dev.plumbline.tools.git.GitHistoryFile;
import dev.plumbline.tools.git.History;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the demo's event files of the public data sets that ATTRIBUTION.md names. */
public final class DemoData {
    private static final Comparator<WorkEvent> IN_TIME =
            Comparator.comparing(WorkEvent::getOccurredAt)
                    .thenComparing(WorkEvent::getSequence)
                    .thenComparing(WorkEvent::getEventId);

    /** Old issues that a pull request names would stretch the demo over twelve years. */
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private DemoData() {}

    /** Arguments: the folder of the data sets and the folder to write to. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: DemoData DATA_FOLDER OUT_FOLDER");
            System.exit(2);
        }
        try {
            make(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (UnreadableFile broken) {
            System.err.println(broken.getMessage());
            System.exit(1);
        }
    }

    static void make(Path data, Path out) {
        Kept changes = new Kept();
        Path tables = data.resolve("aidev-agent-prs/Copilot");
        AidevConverter.convert(tables, changes);
        changes.dropItemsOlderThan(BEGIN);
        changes.dropSessionsWithoutEnd(new CutTimelines(tables));
        changes.write(out.resolve("copilot-pull-requests.ndjson.gz"));

        Kept commits = new Kept();
        Path history = data.resolve("git-histories/apache__impala.ndjson.gz");
        try (InputStream in = FileBytes.open(history)) {
            GitHistoryFile.convert(in, history.toString(), History.of("apache/impala"), commits);
        } catch (IOException broken) {
            throw new UnreadableFile(history + ": " + broken.getMessage(), broken);
        }
        commits.write(out.resolve("impala-commits.ndjson.gz"));
    }

    /** Holds all events of one file, since the pseudonyms need to know every machine first. */
    private static final class Kept implements EventSink {
        private final List<WorkEvent> events = new ArrayList<>();
        private long rejected;

        @Override
        public void event(WorkEvent event) {
            events.add(event);
        }

        @Override
        public void rejected(RejectedEvent event) {
            rejected++;
        }

        void dropItemsOlderThan(Instant begin) {
            Set<String> old =
                    events.stream()
                            .filter(event -> event.getOccurredAt().isBefore(begin))
                            .map(event -> event.getObject().getId())
                            .collect(Collectors.toSet());
            int before = events.size();
            events.removeIf(event -> old.contains(event.getObject().getId()));
            System.out.printf(
                    "%,d items from before %s left out with %,d events%n",
                    old.size(), begin, before - events.size());
        }

        /** They would look like sessions that hang, and the source does not say so. */
        void dropSessionsWithoutEnd(CutTimelines timelines) {
            Set<String> sessions = timelines.sessionsWithoutEnd(events);
            events.removeIf(event -> sessions.contains(event.getObject().getId()));
            System.out.printf(
                    "%,d sessions whose end was cut off by the source left out%n", sessions.size());
        }

        void write(Path file) {
            new Pseudonyms().replaceIn(events);
            events.sort(IN_TIME);
            try (NdjsonWriter writer = NdjsonWriter.open(file, event -> {})) {
                events.forEach(writer::event);
            }
            System.out.printf("%s: %,d events, %,d rows left out%n", file, events.size(), rejected);
        }
    }
}

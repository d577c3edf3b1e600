package dev.plumbline.connectors.replay;

import static dev.plumbline.connectors.Events.NINE_O_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.connectors.Arrival;
import dev.plumbline.connectors.Events;
import dev.plumbline.connectors.TestArrivals;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.local.LocalDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayLogTest {
    private static final Instant NOW = NINE_O_CLOCK.plusSeconds(86_400);
    private static final long ONE_RUN = ReplayLog.DEFAULT_SORT_BYTES;

    @TempDir Path folder;

    @Test
    void ordersByInstantThenSequenceThenEventId() throws IOException {
        Path file =
                file(
                        "a.ndjson",
                        line("d", NINE_O_CLOCK.plusSeconds(1), 0),
                        line("c", NINE_O_CLOCK, 2),
                        line("b", NINE_O_CLOCK, 1),
                        line("a", NINE_O_CLOCK, 2));

        assertThat(read(List.of(file), ONE_RUN))
                .extracting(Arrival::eventId)
                .containsExactly("b", "a", "c", "d");
    }

    @Test
    void putsRejectedLinesFirstWithFileAndLine() throws IOException {
        Path good = file("good.ndjson", line("a", NINE_O_CLOCK, 0));
        Path bad = file("bad.ndjson", line("b", NINE_O_CLOCK, 0), "{\"event_id\":", "", "7");

        List<Arrival> arrivals = read(List.of(good, bad), ONE_RUN);

        assertThat(arrivals)
                .extracting(Arrival::rejected)
                .containsExactly(true, true, false, false);
        assertThat(arrivals.subList(0, 2)).extracting(Arrival::origin).containsOnly(bad.toString());
        assertThat(arrivals.subList(0, 2))
                .extracting(Arrival::position)
                .containsExactlyInAnyOrder(2L, 4L);
        assertThat(arrivals.get(2).line()).isEqualTo(good + ":1 a");
        assertThat(arrivals.get(3).line()).isEqualTo(bad + ":1 b");
    }

    @Test
    void rejectsAnEventSixMinutesAheadAndKeepsOneFourMinutesAhead() throws IOException {
        Path file =
                file(
                        "a.ndjson",
                        line("four", NOW.plusSeconds(240), 0),
                        line("six", NOW.plusSeconds(360), 0));

        List<Arrival> arrivals = read(List.of(file), ONE_RUN);

        assertThat(arrivals).hasSize(2);
        assertThat(arrivals.get(0).eventId()).isEqualTo("six");
        assertThat(arrivals.get(0).reason()).startsWith("future: ");
        assertThat(arrivals.get(0).position()).isEqualTo(2);
        assertThat(arrivals.get(1).eventId()).isEqualTo("four");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000, 20_000, ONE_RUN})
    void givesTheSameLogForEveryOrderOfLinesAndFilesAndEveryRunSize(long runBytes)
            throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String id = "e%03d".formatted(i);
            lines.add(line(id, NINE_O_CLOCK.plusSeconds(i / 3), 0));
            expected.add(id);
        }
        for (long seed = 1; seed <= 5; seed++) {
            Collections.shuffle(lines, new Random(seed));
            Path first = file("1.ndjson", lines.subList(0, 97).toArray(String[]::new));
            Path second = file("2.ndjson", lines.subList(97, 300).toArray(String[]::new));

            assertThat(read(List.of(second, first), runBytes))
                    .as("seed %d", seed)
                    .extracting(Arrival::eventId)
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void keepsDuplicatesForTheJobToCount() throws IOException {
        Path file = file("a.ndjson", line("a", NINE_O_CLOCK, 0), line("a", NINE_O_CLOCK, 0));

        assertThat(read(List.of(file, file), ONE_RUN)).hasSize(4);
    }

    @Test
    void summarisesWhatIsInTheFiles() throws IOException {
        Path file = file("a.ndjson", line("a", NINE_O_CLOCK, 0), "x", line("b", NOW, 0));

        try (ReplayLog log = ReplayLog.of(List.of(file), NOW, ReplayProgress.SILENT)) {
            ReplaySummary summary = log.summary();
            assertThat(summary.events()).isEqualTo(2);
            assertThat(summary.rejected()).isEqualTo(1);
            assertThat(summary.firstAt()).isEqualTo(NINE_O_CLOCK);
            assertThat(summary.lastAt()).isEqualTo(NOW);
            assertThat(summary.organisations()).containsExactly("acme");
            assertThat(summary.eventsByType())
                    .containsOnly(java.util.Map.entry("work_item.created", 2L));
            assertThat(summary.firstRejected())
                    .extracting(rejected -> rejected.getPosition())
                    .containsExactly(2L);
            assertThat(summary.statesWithoutCategory()).isEmpty();
        }
    }

    @Test
    void reportsAllBytesInTheEnd() throws IOException {
        Path file = file("a.ndjson", line("a", NINE_O_CLOCK, 0));
        List<Long> read = new ArrayList<>();

        ReplayLog.of(List.of(file, file), NOW, (bytes, total) -> read.add(total - bytes)).close();

        assertThat(read).last().isEqualTo(0L);
    }

    @Test
    void readsNothingFromAnEmptyFile() throws IOException {
        assertThat(read(List.of(file("empty.ndjson")), ONE_RUN)).isEmpty();
    }

    @Test
    void namesAFileThatIsMissing() {
        Path missing = folder.resolve("missing.ndjson");

        assertThatThrownBy(() -> read(List.of(missing), ONE_RUN))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("missing.ndjson");
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path file = file("a.ndjson", line("a", NINE_O_CLOCK, 0), line("b", NINE_O_CLOCK, 0));
        ReplayLog log = ReplayLog.of(List.of(file), NOW, ReplayProgress.SILENT, 1);
        Path sorted = log.file();
        assertThat(sorted.getParent()).isDirectoryContaining(path -> path.equals(sorted));
        try (var files = Files.list(sorted.getParent())) {
            assertThat(files)
                    .containsExactlyInAnyOrder(sorted, sorted.resolveSibling(Scratch.LOCK));
        }

        log.close();

        assertThat(sorted.getParent()).doesNotExist();
    }

    @Test
    void goesOnAtACheckpointedFrame() throws IOException {
        Path file =
                file(
                        "a.ndjson",
                        line("a", NINE_O_CLOCK, 0),
                        line("b", NINE_O_CLOCK, 0),
                        line("c", NINE_O_CLOCK, 0));
        try (ReplayLog log = ReplayLog.of(List.of(file), NOW, ReplayProgress.SILENT)) {
            FrameFormat<Arrival> format = new FrameFormat<>(new TestArrivals(), log.origins());
            long offset;
            try (var reader = format.createReader(null, open(log), 0, 0)) {
                assertThat(reader.read().eventId()).isEqualTo("a");
                offset = reader.getCheckpointedPosition().getOffset();
            }
            try (var reader = format.restoreReader(null, open(log), offset, 0, 0)) {
                assertThat(reader.read().eventId()).isEqualTo("b");
            }
        }
    }

    private List<Arrival> read(List<Path> files, long runBytes) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        try (ReplayLog log = ReplayLog.of(files, NOW, ReplayProgress.SILENT, runBytes)) {
            FrameFormat<Arrival> format = new FrameFormat<>(new TestArrivals(), log.origins());
            try (var reader = format.createReader(null, open(log), 0, 0)) {
                for (Arrival a = reader.read(); a != null; a = reader.read()) {
                    arrivals.add(a);
                }
            }
        }
        return arrivals;
    }

    private static FSDataInputStream open(ReplayLog log) throws IOException {
        return new LocalDataInputStream(log.file().toFile());
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String line(String eventId, Instant at, long sequence) {
        WorkEvent event = Events.created(eventId, "PAY-1", at);
        event.setSequence(sequence);
        return WorkEventJson.write(event);
    }
}

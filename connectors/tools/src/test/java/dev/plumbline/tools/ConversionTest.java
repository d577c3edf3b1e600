package dev.plumbline.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tools.json.EventFile;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.mapping.BadMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {
    @TempDir Path folder;

    @Test
    void writesTheEventsOfALogToAFileThatCanBeReadAgain() throws Exception {
        Path log = RealData.excerpt("volvo.xes.gz");
        Path states = folder.resolve("states.yaml");
        Path out = folder.resolve("events.ndjson.gz");
        Files.writeString(states, "source: vinst\nname: incidents\nstates: {Queued: waiting}\n");
        Conversion conversion = new Conversion("xes", log, states);

        try (NdjsonWriter writer = NdjsonWriter.open(out, rejected -> {})) {
            conversion.run(writer);
            assertThat(writer.rejections()).isZero();
        }

        assertThat(conversion.bytesRead()).isEqualTo(Files.size(log));
        int waiting = 0;
        try (EventFile file = EventFile.open(out)) {
            for (EventFile.Line line = file.next(); line != null; line = file.next()) {
                assertThat(line.event().getContainer()).isEqualTo("vinst:incidents");
                boolean queued =
                        line.event().getStateTo() != null
                                && line.event().getStateTo().getRaw().startsWith("Queued/");
                waiting += queued ? 1 : 0;
                assertThat(!queued || line.event().getStateTo().getCategory().equals("waiting"))
                        .isTrue();
            }
        }
        assertThat(waiting).isPositive();
    }

    @Test
    void saysInOneLineWhatIsMissing() throws Exception {
        Path mapping = folder.resolve("m.yaml");
        Files.writeString(mapping, "states: {Queued: wating}\n");
        Path log = RealData.excerpt("volvo.xes.gz");

        assertThatThrownBy(() -> new Conversion("csv", log, null))
                .isInstanceOf(BadMapping.class)
                .hasMessageContaining("needs --mapping");
        assertThatThrownBy(() -> new Conversion("pdf", log, null))
                .hasMessage("unknown format pdf, known are csv, xes, git");
        assertThatThrownBy(() -> new Conversion("xes", log, mapping).run(new Collected()))
                .isInstanceOf(BadMapping.class)
                .hasMessageStartingWith(mapping + ": line 1: \"wating\" is none of ");
        assertThatThrownBy(
                        () ->
                                new Conversion("xes", folder.resolve("none.xes"), null)
                                        .run(new Collected()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(folder.resolve("none.xes") + ": no such file");
    }
}

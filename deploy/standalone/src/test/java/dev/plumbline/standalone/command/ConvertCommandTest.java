package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
    private static final String LOG =
            """
            <log>
              <trace>
                <string key="concept:name" value="1-3641"/>
                <event>
                  <string key="concept:name" value="Accepted"/>
                  <string key="lifecycle:transition" value="In Progress"/>
                  <string key="org:resource" value="Anna"/>
                  <date key="time:timestamp" value="2012-05-01T10:00:00+02:00"/>
                </event>
              </trace>
            </log>
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesTheEventsOfALogToAFile() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG);
        Path events = folder.resolve("events.ndjson");

        int code = run("convert", "xes", log.toString(), "--out", events.toString());

        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("wrote ").contains(events.toString());
        assertThat(Files.readAllLines(events))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("service:1-3641", "xes:"));
    }

    @Test
    void endsWithOneWhenTheInputBreaksOffAndSaysWhere() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG.substring(0, 80));

        int code = run("convert", "xes", log.toString(), "--out", folder.resolve("e").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("rejected: " + log + " line ", "1 of 1 could not be converted");
    }

    @Test
    void suggestsTheFormatThatWasMeant() {
        assertThat(run("convert", "gti", "x")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("unknown format 'gti'. Did you mean git? See:");
    }

    @Test
    void tellsAMissingCloneInOneLine() {
        assertThat(run("convert", "git", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("no such directory");
    }

    private int run(String... arguments) {
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

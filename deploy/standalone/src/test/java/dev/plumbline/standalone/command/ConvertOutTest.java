package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the converted events go: a file is replaced as a whole, or stays as it was. */
class ConvertOutTest {
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

    private static final String NO_SUCH_COLUMN =
            """
            source: jira
            rows: snapshots
            snapshot:
              object: {type: work_item, id: "{issue_key}"}
              created_at: "{created_date}"
              updated_at: "{updated_date}"
              state: {raw: "{status}"}
            """;

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "csv IN --mapping NARROW",
                "csv IN --mapping none.yaml",
                "csv MISSING --mapping NARROW",
                "xes IN",
                "git IN",
                "git-history MISSING"
            })
    void leavesTheOldFileAsItWasWhereNothingComesOut(String conversion) throws IOException {
        Path table = Files.writeString(folder.resolve("issues.csv"), "id,title\n1,Pay\n");
        Path narrow = Files.writeString(folder.resolve("narrow.yaml"), NO_SUCH_COLUMN);
        Path events = Files.writeString(folder.resolve("events.ndjson"), "yesterday's events\n");
        String[] words =
                conversion
                        .replace("IN", table.toString())
                        .replace("MISSING", folder.resolve("none").toString())
                        .replace("NARROW", narrow.toString())
                        .split(" ");

        assertThat(convert(words, "--out", events.toString())).isEqualTo(1);

        assertThat(events).hasContent("yesterday's events\n");
        assertThat(filesIn(folder)).containsExactly("events.ndjson", "issues.csv", "narrow.yaml");
    }

    @Test
    void replacesTheOldFileAndKeepsItsPermissionsWhereEventsComeOut() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG);
        Path events = Files.writeString(folder.resolve("events.ndjson"), "yesterday's events\n");
        Files.setPosixFilePermissions(events, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("convert", "xes", log.toString(), "--out", events.toString())).isZero();

        assertThat(Files.readString(events)).contains("service:1-3641").doesNotContain("yesterday");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(events)))
                .isEqualTo("rw-------");
        assertThat(filesIn(folder)).containsExactly("events.ndjson", "service.xes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xes BOTH --out BOTH", "xes OTHER --mapping BOTH --out BOTH"})
    void refusesToWriteOverWhatItReads(String conversion) throws IOException {
        Path both = Files.writeString(folder.resolve("service.xes"), LOG);
        Path other = Files.writeString(folder.resolve("other.xes"), LOG);
        String[] words =
                conversion
                        .replace("OTHER", other.toString())
                        .replace("BOTH", both.toString())
                        .split(" ");

        assertThat(convert(words)).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: --out " + both + " is read as well. Choose another file");
        assertThat(both).hasContent(LOG);
    }

    @Test
    void tellsAMissingFolderOfTheOutputInOneLine() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG);
        Path events = folder.resolve("none/events.ndjson");

        assertThat(run("convert", "xes", log.toString(), "--out", events.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: there is no folder "
                                + events.getParent()
                                + " for --out. Make it first");
    }

    @Test
    void writesIntoWhatIsNoOrdinaryFile() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG);

        assertThat(run("convert", "xes", log.toString(), "--out", "/dev/null")).isZero();
        assertThat(Path.of("/dev/null").toFile().isFile()).isFalse();
    }

    @Test
    void writesThroughALinkInsteadOfReplacingIt() throws IOException {
        Path log = Files.writeString(folder.resolve("service.xes"), LOG);
        Path events = Files.writeString(folder.resolve("events.ndjson"), "");
        Path link = Files.createSymbolicLink(folder.resolve("latest.ndjson"), events);

        assertThat(run("convert", "xes", log.toString(), "--out", link.toString())).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(events)).contains("service:1-3641");
    }

    private int convert(String[] words, String... more) {
        return run(
                Stream.of(new String[] {"convert"}, words, more)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int run(String... arguments) {
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

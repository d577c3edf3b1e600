package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesEventsThatCheckAcceptsWithTheirDirectory() throws IOException {
        String events = file("events.ndjson");
        String directory = file("pods.yaml");

        assertThat(simulate("--pods", "4", "--weeks", "3", "--directory-out", directory))
                .as(err.toString())
                .isZero();
        // 5 January 2026 and three weeks: to midnight in Madrid, an hour ahead of UTC.
        assertThat(out.toString()).contains("--until 2026-01-25T23:00:00Z");
        assertThat(run("check", events, "--directory", directory)).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("rejected +0\n")
                .containsPattern("out of order +0\n")
                .containsPattern("without a pod +0 containers\n")
                .doesNotContain("states without a meaning");
        assertThat(Files.readAllLines(folder.resolve("truth.ndjson")).get(0))
                .isEqualTo(
                        "{\"kind\":\"organisation\",\"from\":\"2026-01-04T23:00:00Z\","
                                + "\"until\":\"2026-01-25T23:00:00Z\",\"size\":4.000,"
                                + "\"unit\":\"pods\",\"find\":[],\"variant\":\"seed 1\"}");
    }

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        assertThat(simulate("--pods", "2", "--weeks", "2", "--seed", "7")).isZero();
        byte[] first = Files.readAllBytes(folder.resolve("events.ndjson"));
        byte[] firstTruth = Files.readAllBytes(folder.resolve("truth.ndjson"));

        assertThat(simulate("--pods", "2", "--weeks", "2", "--seed", "7")).isZero();

        assertThat(folder.resolve("events.ndjson")).hasBinaryContent(first);
        assertThat(folder.resolve("truth.ndjson")).hasBinaryContent(firstTruth);
    }

    @Test
    void beginsOnTheDayThatIsAskedFor() throws IOException {
        assertThat(simulate("--pods", "1", "--weeks", "1", "--start", "2025-06-02")).isZero();

        // Summer time: midnight in Madrid is 22:00 UTC.
        assertThat(Files.readAllLines(folder.resolve("events.ndjson")).get(0))
                .contains("\"occurred_at\":\"2025-06-01T22:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--pods|0|pods must be 1 to 100000, not 0. See: ./plumbline simulate --help",
                "--weeks|-1|weeks must be 1 to 260, not -1. See: ./plumbline simulate --help",
                "--missing-links|2|the share of missing links must be 0 to 1, not 2.0. See:"
                        + " ./plumbline simulate --help",
                "--start|tomorrow|--start is no day: tomorrow. Write it like 2026-01-05",
            })
    void answersBadInputInOneLine(String option, String value, String line) {
        assertThat(simulate(option, value)).isEqualTo(1);

        assertThat(err.toString().lines()).containsExactly("plumbline: " + line);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksForTheFilesItNeeds() {
        assertThat(run("simulate", "--out", file("events.ndjson"))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("Missing required option: '--truth=FILE'");
    }

    @Test
    void refusesOneFileForTwoResults() {
        String one = file("one");

        assertThat(run("simulate", "--out", one, "--truth", one)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: "
                                + one
                                + " is named for two results. Choose another file for one of them");
    }

    @Test
    void saysWhichOptionNamesAFolderThatIsNotThere() {
        String truth = folder.resolve("none/truth.ndjson").toString();

        assertThat(run("simulate", "--out", file("events.ndjson"), "--truth", truth)).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: there is no folder "
                                + folder.resolve("none")
                                + " for --truth. Make it first");
        assertThat(folder).isEmptyDirectory();
    }

    private int simulate(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "simulate",
                                "--out",
                                file("events.ndjson"),
                                "--truth",
                                file("truth.ndjson")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return CommandLines.run(
                Map.of(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static final String JIRA_ISSUES =
            """
            issue_key,type,created_date,updated_date,resolution_date,creator_id,assignee_id,original_status,status,priority,story_point
            PAY-1,Bug,2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,,jira:JiraAccount:1:a,jira:JiraAccount:1:b,In Progress,IN_PROGRESS,High,3
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

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "bitbucket", "jira", "linear", "cdevents"})
    void tellsThatAFormatIsNotInThisVersionAndWhichAre(String format) {
        assertThat(run("convert", format, "x")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .contains(
                        "format '"
                                + format
                                + "' is not in this version. There are: csv, xes, git,"
                                + " git-history, aidev. See:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"devlake-jira", "devlake-jira.yaml"})
    void takesAMappingThatComesWithPlumblineByItsName(String mapping) throws IOException {
        Path table = Files.writeString(folder.resolve("issues.csv"), JIRA_ISSUES);
        Path events = folder.resolve("events.ndjson");

        int code =
                run(
                        "convert",
                        "csv",
                        table.toString(),
                        "--mapping",
                        mapping,
                        "--out",
                        events.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(Files.readString(events)).contains("jira:PAY-1", "In Progress");
    }

    @Test
    void namesTheMappingsThatComeWithPlumblineInTheHelpAndWhereOneIsMissing() throws IOException {
        Path table = Files.writeString(folder.resolve("issues.csv"), JIRA_ISSUES);

        assertThat(run("convert", "--help")).isZero();
        assertThat(run("convert", "csv", table.toString())).isEqualTo(1);
        assertThat(run("convert", "csv", table.toString(), "--mapping", "devlake")).isEqualTo(1);

        String shipped = "bpic2012, bpic2014, devlake-github, devlake-jira";
        assertThat(out.toString().replaceAll("\\s+", " ")).contains(shipped + ".");
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: "
                                + table
                                + ": a table needs --mapping: a file that says what its columns"
                                + " mean, or one of "
                                + shipped,
                        "plumbline: devlake: no such file, and no mapping that comes with"
                                + " Plumbline: "
                                + shipped);
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

package dev.plumbline.tools.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RealData;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitConverterTest {
    @TempDir Path folder;
    private Path clone;

    @BeforeEach
    void makeARepository() throws Exception {
        clone = Files.createDirectory(folder.resolve("payments"));
        git("init", "-q", "-b", "main");
    }

    private String git(String... arguments) throws Exception {
        return gitAs("Ana <ana@acme.test>", "Ana <ana@acme.test>", "", "", arguments);
    }

    private void commit(String author, String authored, String committer, String at, String said)
            throws Exception {
        gitAs(author, committer, authored, at, "commit", "-q", "--allow-empty", "-m", said);
    }

    private String gitAs(
            String author, String committer, String authored, String at, String... arguments)
            throws Exception {
        Person by = CommitMessage.person(author);
        Person in = CommitMessage.person(committer);
        ProcessBuilder builder = new ProcessBuilder("git").directory(clone.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_AUTHOR_NAME", by.name());
        builder.environment().put("GIT_AUTHOR_EMAIL", by.email());
        builder.environment().put("GIT_AUTHOR_DATE", authored);
        builder.environment().put("GIT_COMMITTER_NAME", in.name());
        builder.environment().put("GIT_COMMITTER_EMAIL", in.email());
        builder.environment().put("GIT_COMMITTER_DATE", at);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    private Collected convert() {
        Collected found = new Collected();
        GitConverter.convert(clone, found);
        return found;
    }

    @Test
    void aReviewedCommitIsAChangeThatWaitedFromAuthoringToCommitting() throws Exception {
        commit(
                "Ana <Ana@acme.test>",
                "2026-03-02T09:00:00Z",
                "Ben <ben@acme.test>",
                "2026-03-03T15:00:00Z",
                """
                PAY-12: Secret words

                More secret words.

                Change-Id: I77
                Reviewed-by: Eva <eva@acme.test>
                Tested-by: Build Jenkins <jenkins@acme.test>
                Co-authored-by: Claude <noreply@anthropic.com>
                """);
        String sha = git("rev-parse", "HEAD");

        List<WorkEvent> events = convert().events;

        assertThat(events)
                .extracting(e -> e.getOccurredAt().toString().substring(8, 13) + " " + e.getType())
                .containsExactly(
                        "02T09 change.opened",
                        "02T09 change.review_requested",
                        "03T15 change.reviewed",
                        "03T15 test.finished",
                        "03T15 change.merged",
                        "03T15 commit.pushed");
        assertThat(events)
                .extracting(e -> e.getActor().getAccount())
                .containsExactly(
                        "git:ana@acme.test",
                        "git:ana@acme.test",
                        "git:eva@acme.test",
                        "git:jenkins@acme.test",
                        "git:ben@acme.test",
                        "git:ana@acme.test");
        assertThat(events.get(0).getObject().getId()).isEqualTo("git:payments:I77");
        assertThat(events.get(0).getActor().getAgent()).isEqualTo("claude");
        assertThat(events.get(2).getVerdict()).isEqualTo("approved");
        assertThat(events.get(2).getTimeQuality()).isEqualTo("derived");
        assertThat(events.get(3).getActor().getKind()).isEqualTo("service");
        assertThat(events.get(5).getObject().getId()).isEqualTo(sha);
        assertThat(events.get(5).getLinks())
                .containsExactly(
                        new Link("part_of", "change", "git:payments:I77"),
                        new Link("implements", "work_item", "jira:PAY-12"));
        assertThat(events.toString()).doesNotContainIgnoringCase("secret");
    }

    @Test
    void aCommitOfOnesOwnIsNoChange() throws Exception {
        commit(
                "Ana <ana@acme.test>",
                "2026-03-02T09:00:00Z",
                "Ana <ana@acme.test>",
                "2026-03-02T10:00:00Z",
                "Tidy up");

        WorkEvent push = convert().events.get(0);

        assertThat(push.getType()).isEqualTo("commit.pushed");
        assertThat(push.getOccurredAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(convert().events).hasSize(1);
    }

    @Test
    void theWebButtonIsNobodyAndASquashMergeBelongsToItsPullRequest() throws Exception {
        git("remote", "add", "origin", "git@github.com:acme/payments.git");
        commit(
                "Copilot <198982749+Copilot@users.noreply.github.com>",
                "2026-03-02T09:00:00Z",
                "GitHub <noreply@github.com>",
                "2026-03-02T09:00:00Z",
                "Fix a thing (#41)");

        List<WorkEvent> events = convert().events;

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getContainer()).isEqualTo("git:acme/payments");
        assertThat(events.get(0).getActor().getKind()).isEqualTo("agent");
        assertThat(events.get(0).getLinks())
                .containsExactly(new Link("part_of", "change", "github:acme/payments#41"));
    }

    @Test
    void aRevertIsLinkedAndTellsTheChange() throws Exception {
        commit(
                "Ana <ana@acme.test>",
                "2026-03-02T09:00:00Z",
                "Ben <ben@acme.test>",
                "2026-03-02T10:00:00Z",
                "Break it");
        String sha = git("rev-parse", "HEAD");
        commit(
                "Ben <ben@acme.test>",
                "2026-03-04T09:00:00Z",
                "Ben <ben@acme.test>",
                "2026-03-04T09:00:00Z",
                "Revert \"Break it\"\n\nThis reverts commit " + sha + ".");

        Collected found = convert();

        WorkEvent reverted = found.events.get(found.events.size() - 1);
        assertThat(reverted.getType()).isEqualTo("change.reverted");
        assertThat(reverted.getObject().getId()).isEqualTo("git:payments:" + sha);
        assertThat(found.events.get(found.events.size() - 2).getLinks())
                .containsExactly(new Link("reverts", "commit", sha));
        assertThat(new HashSet<>(found.ids())).hasSameSizeAs(found.events);
    }

    @Test
    void peopleWhoseNamesLookLikeAgentsStayPeople() {
        assertThat(new Person("Claude Brisson", "claude@renegat.test").kind()).isNull();
        assertThat(new Person("Devin Breshears", "devin@acme.test").kind()).isNull();
        assertThat(new Person("Claude Opus 4.5", "noreply@anthropic.com").kind())
                .isEqualTo("agent");
        assertThat(KnownAgents.mentionedIn("GPT-5.3 (Cursor)")).isEqualTo("cursor");
        assertThat(new Person("Abbott", "abbott@acme.test").kind()).isNull();
        assertThat(new Person("dotnet bot", "dn-bot@acme.test").kind()).isEqualTo("service");
    }

    @Test
    void leavesNothingBehindInTheClone() throws Exception {
        commit(
                "Ana <ana@acme.test>",
                "2026-03-02T09:00:00Z",
                "Ana <ana@acme.test>",
                "2026-03-02T10:00:00Z",
                "Tidy up");
        List<String> before = files();

        convert();

        assertThat(files()).isEqualTo(before);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(clone)) {
            return files.sorted().map(GitConverterTest::described).toList();
        }
    }

    private static String described(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return file + " gone";
        }
    }

    @Test
    void saysInOneLineWhatIsNoClone() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Collected found = new Collected();

        assertThatThrownBy(() -> GitConverter.convert(plain, found))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not a git repository");
        assertThatThrownBy(() -> GitConverter.convert(folder.resolve("none"), found))
                .hasMessage(folder.resolve("none") + ": no such directory, expected a git clone");
        assertThatThrownBy(() -> GitConverter.convert(clone, found))
                .isInstanceOf(UnreadableFile.class);
    }

    @Test
    void readsAnExportedHistory() throws Exception {
        Path file = RealData.file("git-histories/apache__impala.ndjson.gz");
        Collected found = new Collected();
        try (InputStream in = Files.newInputStream(file)) {
            GitHistoryFile.convert(in, file.toString(), History.of("apache/impala"), found);
        }

        assertThat(found.rejected).isEmpty();
        assertThat(found.types()).filteredOn("commit.pushed"::equals).hasSize(1_912);
        assertThat(found.types()).filteredOn("change.merged"::equals).hasSize(1_912);
        assertThat(found.types()).filteredOn("test.finished"::equals).hasSize(1_916);
        assertThat(new HashSet<>(found.ids())).hasSameSizeAs(found.events);
        WorkEvent event = found.events.get(1_000);
        assertThat(WorkEventJson.parse(WorkEventJson.write(event))).isEqualTo(event);
    }
}

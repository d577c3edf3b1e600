package dev.plumbline.tools.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RealData;
import dev.plumbline.tools.json.FileBytes;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is known of public histories comes out of the converted events; the figures about who tested
 * and reviewed are counted a second time in the lines of the history, without the converter.
 */
class GitKnownAnswersTest {
    /** Who wrote a change and who put his name under it, by what. */
    private record Signed(Actor author, List<Actor> testers, List<Actor> reviewers) {
        boolean onlyAuthor(List<Actor> signers) {
            return signers.stream().allMatch(s -> s.getAccount().equals(author.getAccount()));
        }
    }

    private static Path history(String repository) {
        return RealData.file("git-histories/" + repository + ".ndjson.gz");
    }

    private static Collected convert(String repository) throws Exception {
        Path file = history(repository);
        String name = repository.replace("__", "/");
        Collected found = new Collected();
        try (InputStream in = FileBytes.open(file)) {
            History history = new History(name, "github", "jira");
            GitHistoryFile.convert(in, file.toString(), history, found);
        }
        assertThat(found.rejected).isEmpty();
        return found;
    }

    private static List<JsonNode> lines(String repository) throws Exception {
        JsonMapper json = JsonMapper.builder().build();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                FileBytes.unpacked(FileBytes.open(history(repository))),
                                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    private static List<Signed> signed(Collected found) {
        Map<String, Signed> changes = new HashMap<>();
        for (WorkEvent event : found.events) {
            String change = event.getObject().getId();
            switch (event.getType()) {
                case "change.opened" ->
                        changes.put(
                                change,
                                new Signed(event.getActor(), new ArrayList<>(), new ArrayList<>()));
                case "change.reviewed" -> changes.get(change).reviewers.add(event.getActor());
                case "test.finished" ->
                        changes.get(event.getLinks().get(0).getId()).testers.add(event.getActor());
                default -> {}
            }
        }
        return List.copyOf(changes.values());
    }

    private static boolean service(Actor actor) {
        return "service".equals(actor.getKind());
    }

    @Test
    void impalaIsTestedByTheGateByAPersonOrByTheAuthorAlone() throws Exception {
        List<Signed> changes = signed(convert("apache__impala"));

        assertThat(changes).hasSize(1_912);
        assertThat(changes)
                .filteredOn(c -> c.testers.stream().anyMatch(s -> service(s)))
                .hasSize(1_653);
        List<Signed> byHand =
                changes.stream()
                        .filter(c -> c.testers.stream().noneMatch(s -> service(s)))
                        .toList();
        assertThat(byHand).hasSize(259);
        assertThat(byHand).filteredOn(c -> c.onlyAuthor(c.testers)).hasSize(141);
        assertThat(changes)
                .filteredOn(c -> c.reviewers.stream().allMatch(s -> service(s)))
                .hasSize(950);
        assertThat(changes).filteredOn(c -> c.onlyAuthor(c.reviewers)).hasSize(92);
    }

    @Test
    void theLinesOfImpalaSayTheSame() throws Exception {
        List<JsonNode> commits = lines("apache__impala");

        assertThat(commits).hasSize(1_912);
        assertThat(commits).filteredOn(c -> !all(c, "tested-by", t -> !gate(t))).hasSize(1_653);
        assertThat(commits).filteredOn(c -> all(c, "tested-by", t -> !gate(t))).hasSize(259);
        assertThat(commits).filteredOn(c -> all(c, "tested-by", t -> author(c, t))).hasSize(141);
        assertThat(commits).filteredOn(c -> all(c, "reviewed-by", t -> gate(t))).hasSize(950);
        assertThat(commits).filteredOn(c -> all(c, "reviewed-by", t -> author(c, t))).hasSize(92);
    }

    private static boolean all(JsonNode commit, String key, Predicate<JsonNode> what) {
        List<JsonNode> trailers = new ArrayList<>();
        commit.path("trailers").forEach(trailers::add);
        trailers.removeIf(trailer -> !trailer.path("key").asText().equalsIgnoreCase(key));
        return !trailers.isEmpty() && trailers.stream().allMatch(what);
    }

    private static boolean gate(JsonNode trailer) {
        return trailer.path("name").asText().equals("Impala Public Jenkins");
    }

    private static boolean author(JsonNode commit, JsonNode trailer) {
        return trailer.path("id").asText().equals(commit.path("author").path("id").asText());
    }

    @Test
    void everyChangeOfAHistoryKnowsItsCommit() throws Exception {
        assertThat(convert("apache__impala").events)
                .filteredOn(event -> event.getType().equals("change.merged"))
                .extracting(event -> event.getAttributes().get("merge_commit"))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(1_912);
    }

    @Test
    void nobodyActsByTheWebButton() throws Exception {
        Collected found = convert("dotnet__aspire");

        assertThat(lines("dotnet__aspire"))
                .filteredOn(c -> c.path("committer").path("name").asText().equals("GitHub"))
                .hasSize(6_431);
        assertThat(found.events)
                .extracting(WorkEvent::getActor)
                .filteredOn(actor -> actor != null)
                .extracting(Actor::getAccount)
                .doesNotContain("git:noreply@github.com", "git:GitHub", "github:web-flow");
        // Four commits were let in by a colleague by name, one of MerlinBot among them.
        assertThat(found.types()).filteredOn("change.merged"::equals).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "apache__calcite, Claude Brisson, ",
        "dotnet__aspire, Devin Breshears, ",
        "dotnet__aspire, MerlinBot, service",
        "dotnet__aspire, Copilot, agent",
        "dotnet__aspire, copilot-swe-agent[bot], agent",
        "dotnet__aspire, Copilot Autofix powered by AI, agent",
        "dotnet__aspire, dependabot[bot], service",
        "dotnet__aspire, Dependabot, service",
        "dotnet__aspire, github-actions, service",
        "dotnet__aspire, github-actions[bot], service",
        "dotnet__aspire, dotnet-maestro[bot], service",
        "dotnet__aspire, dotnet bot, service",
        "dotnet__aspire, David Bottiau, ",
        "apache__impala, Impala Public Jenkins, service",
        "apache__impala, Cursor, agent",
        "apache__flink-agents, Codex, agent"
    })
    void everybodyIsWhoHeIs(String repository, String name, String kind) throws Exception {
        List<String> kinds = new ArrayList<>();
        for (JsonNode line : lines(repository)) {
            List<JsonNode> people =
                    new ArrayList<>(List.of(line.path("author"), line.path("committer")));
            line.path("trailers").forEach(people::add);
            people.stream()
                    .filter(person -> person.path("name").asText().equals(name))
                    .forEach(person -> kinds.add(GitHistoryFile.person(person).kind()));
        }
        assertThat(kinds).isNotEmpty().containsOnly(kind);
    }

    @Test
    void copilotIsOneAccountInHistoriesAndPullRequests() throws Exception {
        assertThat(convert("dotnet__aspire").events)
                .extracting(WorkEvent::getActor)
                .filteredOn(actor -> actor != null && "agent".equals(actor.getKind()))
                .extracting(Actor::getAccount)
                .hasSize(677)
                .containsOnly("github:Copilot");
    }
}

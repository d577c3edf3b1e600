package dev.plumbline.tools.aidev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RawTable;
import dev.plumbline.tools.RealData;
import dev.plumbline.tools.git.GitHistoryFile;
import dev.plumbline.tools.git.History;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two connectors name one pull request alike: dotnet/aspire by GitHub and by its history. */
class PullRequestsInHistoryTest {
    private static final String REPOSITORY = "github:dotnet/aspire#";

    @Test
    void aMergedPullRequestIsOneCommitAndAnAbandonedOneIsNone() throws Exception {
        Path tables = RealData.file("aidev-agent-prs/Copilot");
        Map<String, List<String>> commits =
                commitsByChange(RealData.file("git-histories/dotnet__aspire.ndjson.gz"));
        Map<String, WorkEvent> ends = new TreeMap<>();
        Collected found = new Collected();
        AidevConverter.convert(tables, found);
        found.folded("change").forEach((id, events) -> ends.put(id, end(events)));
        ends.keySet().removeIf(id -> !id.startsWith(REPOSITORY));

        List<String> merged = withEnd(ends, "change.merged");
        List<String> abandoned = withEnd(ends, "change.abandoned");
        List<String> open = withEnd(ends, "change.opened");
        assertThat(merged).hasSize(53);
        assertThat(merged).allSatisfy(id -> assertThat(commits.get(id)).hasSize(1));
        assertThat(abandoned).hasSize(27).doesNotContainAnyElementsOf(commits.keySet());
        assertThat(open).hasSize(12);
        assertThat(open).as("merged later").filteredOn(commits::containsKey).hasSize(2);

        assertThat(merged).containsExactlyInAnyOrderElementsOf(mergedRows(tables));
        Map<String, String> mergeCommits = new TreeMap<>();
        merged.forEach(
                id -> mergeCommits.put(id, ends.get(id).getAttributes().get("merge_commit")));
        mergeCommits.values().removeIf(sha -> sha == null);
        assertThat(mergeCommits).as("timelines not cut before the merge").hasSize(30);
        assertThat(mergeCommits)
                .allSatisfy((id, sha) -> assertThat(commits.get(id)).containsExactly(sha));
    }

    private static Map<String, List<String>> commitsByChange(Path history) throws Exception {
        Collected found = new Collected();
        try (InputStream in = Files.newInputStream(history)) {
            History aspire = new History("dotnet/aspire", "github", "jira");
            GitHistoryFile.convert(in, history.toString(), aspire, found);
        }
        Map<String, List<String>> commits = new HashMap<>();
        for (WorkEvent event : found.events) {
            for (Link link : event.getLinks()) {
                if (event.getType().equals("commit.pushed") && link.getRel().equals("part_of")) {
                    commits.computeIfAbsent(link.getId(), id -> new ArrayList<>())
                            .add(event.getObject().getId());
                }
            }
        }
        return commits;
    }

    /** How it ended: merged, abandoned for good, or as it began. */
    private static WorkEvent end(List<WorkEvent> change) {
        WorkEvent end = change.get(0);
        for (WorkEvent event : change) {
            if (Set.of("change.merged", "change.abandoned").contains(event.getType())) {
                end = event;
            } else if (event.getType().equals("change.reopened")) {
                end = change.get(0);
            }
        }
        return end;
    }

    private static List<String> withEnd(Map<String, WorkEvent> ends, String type) {
        return ends.keySet().stream()
                .filter(id -> ends.get(id).getType().equals(type))
                .collect(Collectors.toList());
    }

    private static List<String> mergedRows(Path tables) throws Exception {
        return RawTable.rows(tables.resolve("prs.csv.gz")).stream()
                .filter(row -> row.get("repo_url").endsWith("/dotnet/aspire"))
                .filter(row -> !row.get("merged_at").isEmpty())
                .map(row -> REPOSITORY + row.get("number"))
                .toList();
    }
}

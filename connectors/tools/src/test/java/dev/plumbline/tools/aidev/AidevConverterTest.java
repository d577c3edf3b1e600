package dev.plumbline.tools.aidev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RealData;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AidevConverterTest {
    private static final String TIMELINE =
            "event,created_at,actor,commit_id,assignee,label,message\n";

    @TempDir Path folder;

    @BeforeEach
    void tablesWithoutRows() throws IOException {
        table("prs", "id,number,title,user,state,created_at,closed_at,merged_at,repo_url\n");
        table("issues", "id,number,title,user,state,created_at,closed_at,repo_url,html_url\n");
        table("pr_timelines", "pr_id," + TIMELINE);
        table("issue_timelines", "issue_id," + TIMELINE);
        table("pr_reviews", "pr_id,id,user,state,submitted_at\n");
        table("pr_comments", "pr_id,id,user,created_at\n");
        table("related_issues", "pr_id,issue_url\n");
    }

    private void table(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".csv.gz");
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + text);
    }

    /** Everything after the last instant that the table of pull requests knows is cut off. */
    private void snapshotAt(String instant) throws IOException {
        table("prs", "99,1,x,Copilot,open," + instant + ",,,https://api.github.com/repos/z/z\n");
    }

    private List<String> convert() {
        Collected found = new Collected();
        AidevConverter.convert(folder, found);
        assertThat(found.rejected).isEmpty();
        assertThat(new HashSet<>(found.ids())).hasSameSizeAs(found.events);
        return found.events.stream()
                .sorted((a, b) -> a.getOccurredAt().compareTo(b.getOccurredAt()))
                .map(AidevConverterTest::told)
                .toList();
    }

    private static String told(WorkEvent event) {
        String actor = event.getActor() == null ? "?" : event.getActor().getAccount().substring(7);
        String to = event.getOwnerTo() == null ? "" : " to " + event.getOwnerTo().substring(7);
        return event.getOccurredAt().toString().substring(11, 16)
                + " "
                + event.getType()
                + " "
                + actor
                + to;
    }

    @Test
    void aPullRequestOfAnAgentWaitsForItsReviewer() throws IOException {
        snapshotAt("2025-06-02T16:00:00Z");
        table(
                "prs",
                "1,7,secret,Copilot,closed,2025-06-02T09:00:00Z,2025-06-02T15:00:01Z,2025-06-02T15:00:01Z,https://api.github.com/repos/acme/pay\n");
        table("pr_timelines", "1,assigned,2025-06-02T09:00:01Z,Copilot,,ana,,\n");
        table("pr_timelines", "1,assigned,2025-06-02T09:00:02Z,Copilot,,Copilot,,\n");
        table("pr_timelines", "1,copilot_work_started,2025-06-02T09:01:00Z,ana,,,,\n");
        table("pr_timelines", "1,committed,,,abc,,,secret\n");
        table("pr_timelines", "1,copilot_work_finished,2025-06-02T09:30:00Z,ana,,,,\n");
        table("pr_timelines", "1,review_requested,2025-06-02T09:31:00Z,Copilot,,,,\n");
        table("pr_timelines", "1,ready_for_review,2025-06-02T14:00:00Z,ana,,,,\n");
        table("pr_timelines", "1,closed,2025-06-02T15:00:02Z,ana,,,,\n");
        table("pr_reviews", "1,90,ana,APPROVED,2025-06-02T14:30:00Z\n");
        table("pr_comments", "1,91,copilot-swe-agent[bot],2025-06-02T14:20:00Z\n");
        table("related_issues", "1,https://github.com/acme/pay/issues/3\n");

        assertThat(convert())
                .containsExactly(
                        "09:00 change.opened Copilot",
                        "09:01 agent.session_started Copilot",
                        "09:30 agent.claimed_done Copilot",
                        "09:31 change.review_requested Copilot",
                        "14:00 change.ready ana",
                        "14:20 change.commented Copilot",
                        "14:30 change.reviewed ana",
                        "15:00 change.merged ana",
                        "16:00 change.opened Copilot");
    }

    @Test
    void anIssueIsDelegatedDoneAndReopened() throws IOException {
        snapshotAt("2025-06-02T11:30:00Z");
        table(
                "issues",
                "5,3,secret,ana,open,2025-06-02T08:00:00Z,,https://github.com/acme/pay,https://github.com/acme/pay/issues/3\n");
        table(
                "issues",
                "6,4,secret,ana,open,2025-06-02T08:00:00Z,,https://github.com/acme/pay,https://github.com/acme/pay/pull/4\n");
        table("issue_timelines", "acme__pay__3,assigned,2025-06-02T08:10:00Z,ana,,ana,,\n");
        table("issue_timelines", "acme__pay__3,assigned,2025-06-02T08:20:00Z,ana,,Copilot,,\n");
        table("issue_timelines", "acme__pay__3,commented,2025-06-02T08:30:00Z,eva,,,,\n");
        table("issue_timelines", "acme__pay__3,closed,2025-06-02T09:00:00Z,ana,,,,\n");
        table("issue_timelines", "acme__pay__3,reopened,2025-06-02T10:00:00Z,eva,,,,\n");
        table("issue_timelines", "acme__pay__3,unassigned,2025-06-02T11:00:00Z,eva,,Copilot,,\n");
        table("issue_timelines", "acme__pay__3,closed,2025-06-02T12:00:00Z,eva,,,,\n");

        assertThat(convert())
                .containsExactly(
                        "08:00 work_item.created ana",
                        "08:10 work_item.assigned ana to ana",
                        "08:20 work_item.assigned ana to Copilot",
                        "08:30 work_item.commented eva",
                        "09:00 work_item.state_changed ana",
                        "10:00 work_item.state_changed eva",
                        "11:00 work_item.assigned eva to ana",
                        "11:30 change.opened Copilot");
    }

    @Test
    void aRowWithoutItsTimeIsRejected() throws IOException {
        table("prs", "1,7,x,Copilot,open,,,,https://api.github.com/repos/acme/pay\n");
        Collected found = new Collected();

        AidevConverter.convert(folder, found);

        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.get(0).getReason())
                .isEqualTo("missing_field: column created_at is empty");
    }

    @Test
    void saysWhichTableIsMissing() throws IOException {
        Files.delete(folder.resolve("prs.csv.gz"));

        assertThatThrownBy(() -> AidevConverter.convert(folder, new Collected()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(folder.resolve("prs.csv.gz") + ": no such file");
    }

    @ParameterizedTest
    @CsvSource({"Copilot, 1462, 38.24, 17.20", "Cursor, 144, 51.39, 2.41"})
    void turnaroundIsThePublishedOne(
            String agent, int changes, double mergedPercent, double medianHours) throws Exception {
        Path tables = RealData.file("aidev-agent-prs/" + agent);
        Collected found = new Collected();
        AidevConverter.convert(tables, found);

        assertThat(found.rejected)
                .allMatch(row -> row.getReason().startsWith("unknown_object: pull request"));
        assertThat(new HashSet<>(found.ids())).hasSameSizeAs(found.events);
        Map<String, List<WorkEvent>> items = found.folded("change");
        List<Double> hours =
                items.values().stream()
                        .map(AidevConverterTest::hoursToMerge)
                        .filter(time -> time >= 0)
                        .sorted()
                        .toList();
        int n = hours.size();
        double median = (hours.get((n - 1) / 2) + hours.get(n / 2)) / 2;
        assertThat(items).hasSize(changes);
        assertThat(100.0 * n / changes).isCloseTo(mergedPercent, within(0.005));
        assertThat(median).isCloseTo(medianHours, within(0.005));
        WorkEvent event = found.events.get(found.events.size() - 5);
        assertThat(WorkEventJson.parse(WorkEventJson.write(event))).isEqualTo(event);
    }

    private static double hoursToMerge(List<WorkEvent> change) {
        WorkEvent opened = change.get(0);
        assertThat(opened.getType()).isEqualTo("change.opened");
        return change.stream()
                .filter(event -> event.getType().equals("change.merged"))
                .mapToDouble(
                        merged ->
                                Duration.between(opened.getOccurredAt(), merged.getOccurredAt())
                                                .toSeconds()
                                        / 3600.0)
                .findFirst()
                .orElse(-1);
    }
}

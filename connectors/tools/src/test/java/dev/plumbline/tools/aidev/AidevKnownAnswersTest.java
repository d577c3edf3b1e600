package dev.plumbline.tools.aidev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.Collected;
import dev.plumbline.tools.RawTable;
import dev.plumbline.tools.RealData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is known of the pull requests of Copilot comes out of the converted events; each figure is
 * counted a second time in the rows of the tables, without the converter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AidevKnownAnswersTest {
    /** The source gives the first 30 rows of a timeline. */
    private static final int CUT_AT = 30;

    /** The last instant that the table of pull requests knows: what is open is open then. */
    private static final Instant TABLE_OF_PULL_REQUESTS = Instant.parse("2025-06-24T23:54:59Z");

    private static final Instant LAST_ROW_OF_TIMELINES = Instant.parse("2025-06-27T13:58:24Z");
    private static final Duration QUIET = Duration.ofDays(7);

    /** What is a sign of work among what the tables tell of. */
    private static final Set<String> PRODUCTIVE =
            Set.of(
                    "change.opened",
                    "change.ready",
                    "change.drafted",
                    "change.updated",
                    "change.reviewed",
                    "change.merged",
                    "change.abandoned",
                    "change.reopened",
                    "change.commented",
                    "agent.session_started",
                    "agent.claimed_done");

    private static final Set<String> PRODUCTIVE_ROWS =
            Set.of(
                    "copilot_work_started",
                    "copilot_work_finished",
                    "ready_for_review",
                    "convert_to_draft",
                    "reopened",
                    "head_ref_force_pushed",
                    "closed",
                    "merged");

    private Path folder;
    private List<Map<String, String>> pullRequests;
    private Map<String, List<Map<String, String>>> timelines;
    private Collected found;

    @BeforeAll
    void read() throws Exception {
        folder = RealData.file("aidev-agent-prs/Copilot");
        pullRequests = RawTable.rows(folder.resolve("prs.csv.gz"));
        timelines =
                RawTable.rows(folder.resolve("pr_timelines.csv.gz")).stream()
                        .collect(Collectors.groupingBy(row -> row.get("pr_id")));
        found = new Collected();
        AidevConverter.convertToTheEnd(folder, found);
    }

    /** Ids of pull requests whose timeline was not cut → ids of their changes. */
    private Map<String, String> whole() {
        Map<String, String> changes = new HashMap<>();
        for (Map<String, String> row : pullRequests) {
            if (timelines.get(row.get("id")).size() < CUT_AT) {
                changes.put(row.get("id"), change(row));
            }
        }
        return changes;
    }

    private static String change(Map<String, String> pullRequest) {
        String url = pullRequest.get("repo_url");
        String repository = url.substring(url.indexOf("/repos/") + "/repos/".length());
        return "github:" + repository + "#" + pullRequest.get("number");
    }

    private Map<String, List<WorkEvent>> sessionsOf(Collection<String> changes) {
        Map<String, List<WorkEvent>> sessions = found.folded("agent_session");
        sessions.keySet().removeIf(id -> !changes.contains(id.replaceAll(":session:.*", "")));
        return sessions;
    }

    private long rows(Collection<String> ids, String event) {
        return ids.stream()
                .flatMap(id -> timelines.get(id).stream())
                .filter(row -> row.get("event").equals(event))
                .count();
    }

    @Test
    void twentyFiveSessionsOfTheAgentNeverEnded() {
        Map<String, String> whole = whole();
        Map<String, List<WorkEvent>> sessions = sessionsOf(whole.values());

        Map<String, Long> types =
                sessions.values().stream()
                        .flatMap(List::stream)
                        .collect(
                                Collectors.groupingBy(
                                        WorkEvent::getType, TreeMap::new, Collectors.counting()));
        assertThat(types)
                .isEqualTo(
                        Map.of(
                                "agent.session_started", 1_471L,
                                "agent.claimed_done", 1_321L,
                                "agent.failed", 125L));
        assertThat(rows(whole.keySet(), "copilot_work_started")).isEqualTo(1_471);
        assertThat(rows(whole.keySet(), "copilot_work_finished")).isEqualTo(1_321);
        assertThat(rows(whole.keySet(), "copilot_work_finished_failure")).isEqualTo(125);

        assertThat(sessions).hasSize(1_471);
        assertThat(sessions.values())
                .allSatisfy(
                        events -> {
                            assertThat(events).hasSizeLessThanOrEqualTo(2);
                            assertThat(events.get(0).getType()).isEqualTo("agent.session_started");
                            assertThat(events.get(0).getActor().getKind()).isEqualTo("agent");
                        });
        assertThat(sessions.values()).filteredOn(events -> events.size() == 1).hasSize(25);
    }

    /**
     * 262 of the 302 open pull requests have no row of any kind in the last seven days of the
     * timelines. By signs of work they are 268: six more have only a label, requests for review or
     * a mention elsewhere in these days, one only a service's comment; and one has a review that
     * its timeline does not tell.
     */
    @Test
    void mostOpenPullRequestsAreQuiet() throws Exception {
        Map<String, String> whole = whole();
        Set<String> open =
                pullRequests.stream()
                        .filter(row -> row.get("state").equals("open"))
                        .map(row -> row.get("id"))
                        .filter(whole::containsKey)
                        .collect(Collectors.toSet());
        Map<String, List<WorkEvent>> changes = found.folded("change");
        assertThat(open).hasSize(302);
        assertThat(
                        changes.entrySet().stream()
                                .filter(change -> whole.containsValue(change.getKey()))
                                .filter(change -> openThen(change.getValue()))
                                .map(Map.Entry::getKey))
                .hasSize(302)
                .containsExactlyInAnyOrderElementsOf(open.stream().map(whole::get).toList());

        Instant last = LAST_ROW_OF_TIMELINES;
        assertThat(
                        timelines.values().stream()
                                .flatMap(List::stream)
                                .map(AidevKnownAnswersTest::at)
                                .max(Instant::compareTo))
                .contains(last);
        assertThat(open.stream().filter(id -> quiet(lastRow(id), last))).hasSize(262);

        Map<String, Instant> lastWork = lastWork();
        assertThat(open.stream().filter(id -> quiet(lastWork.get(whole.get(id)), last)))
                .hasSize(268);
        Map<String, Instant> lastWorkInRows = lastWorkInRows();
        assertThat(open)
                .allSatisfy(
                        id ->
                                assertThat(lastWorkInRows.get(id))
                                        .as(whole.get(id))
                                        .isEqualTo(lastWork.get(whole.get(id))));
    }

    private static boolean openThen(List<WorkEvent> change) {
        boolean open = false;
        for (WorkEvent event : change) {
            if (!event.getOccurredAt().isAfter(TABLE_OF_PULL_REQUESTS)) {
                open =
                        switch (event.getType()) {
                            case "change.opened", "change.reopened" -> true;
                            case "change.merged", "change.abandoned" -> false;
                            default -> open;
                        };
            }
        }
        return open;
    }

    private static boolean quiet(Instant since, Instant at) {
        return Duration.between(since, at).compareTo(QUIET) >= 0;
    }

    private static Instant at(Map<String, String> row) {
        String at = row.get("created_at");
        return at == null || at.isEmpty() ? Instant.MIN : Instant.parse(at);
    }

    private Instant lastRow(String pullRequest) {
        return timelines.get(pullRequest).stream()
                .map(AidevKnownAnswersTest::at)
                .max(Instant::compareTo)
                .get();
    }

    /** By change: the last sign of work on it or on a session of it. */
    private Map<String, Instant> lastWork() {
        Map<String, Instant> last = new HashMap<>();
        for (WorkEvent event : found.events) {
            boolean byNoService =
                    event.getActor() != null && !"service".equals(event.getActor().getKind());
            if (PRODUCTIVE.contains(event.getType()) && byNoService) {
                String change = event.getObject().getId().replaceAll(":session:.*", "");
                last.merge(change, event.getOccurredAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return last;
    }

    /** The same in the rows: comments and reviews have tables of their own. */
    private Map<String, Instant> lastWorkInRows() throws Exception {
        Map<String, Instant> last = new HashMap<>();
        pullRequests.forEach(row -> last.put(row.get("id"), at(row)));
        timelines.forEach(
                (id, rows) ->
                        rows.stream()
                                .filter(row -> PRODUCTIVE_ROWS.contains(row.get("event")))
                                .filter(row -> isNoService(row.get("actor")))
                                .forEach(row -> last.computeIfPresent(id, later(at(row)))));
        for (Map<String, String> row : RawTable.rows(folder.resolve("pr_comments.csv.gz"))) {
            if (isNoService(row.get("user"))) {
                last.computeIfPresent(row.get("pr_id"), later(at(row)));
            }
        }
        for (Map<String, String> row : RawTable.rows(folder.resolve("pr_reviews.csv.gz"))) {
            if (isNoService(row.get("user"))) {
                Instant submitted = Instant.parse(row.get("submitted_at"));
                last.computeIfPresent(row.get("pr_id"), later(submitted));
            }
        }
        return last;
    }

    private static BiFunction<String, Instant, Instant> later(Instant at) {
        return (id, last) -> at.isAfter(last) ? at : last;
    }

    private static boolean isNoService(String login) {
        boolean agent =
                login.startsWith("copilot")
                        || login.startsWith("cursor")
                        || login.startsWith("coderabbitai")
                        || login.startsWith("gemini");
        return agent
                || !(login.endsWith("[bot]")
                        || login.endsWith("-bot")
                        || login.equals("codecov-commenter")
                        || login.equals("CLAassistant")
                        || login.equals("vs-mobiletools-engineering-service2"));
    }
}

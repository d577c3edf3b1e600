package dev.plumbline.tools.aidev;

import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.csv.CsvDialect;
import dev.plumbline.tools.csv.CsvRows;
import dev.plumbline.tools.csv.Row;
import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the tables of one agent's folder of the AIDev data set and puts together what belongs
 * together.
 */
final class AidevTables {
    private static final Pattern ISSUE =
            Pattern.compile("github\\.com/([^/]+/[^/]+)/issues/([0-9]+)$");
    private static final Pattern REPOSITORY = Pattern.compile("([^/]+/[^/]+)$");
    private static final Pattern ISSUE_KEY = Pattern.compile("^(.+?)__(.+)__([0-9]+)$");

    /** Reads a row into what is being put together. */
    private interface RowReader {
        void read(Row row) throws RejectedLine;
    }

    private final Path folder;
    private final boolean toTheEnd;
    private final EventSink out;
    private final Map<String, Ticket> pullRequests = new LinkedHashMap<>();
    private final Map<String, Ticket> issues = new LinkedHashMap<>();

    /** What happened later is left out: not everything of that time was fetched. */
    private Instant end = Instant.MIN;

    /**
     * Reads all tables.
     *
     * @param toTheEnd to the last instant of the pull requests' timelines, else to the last one
     *     that the table of pull requests knows
     */
    AidevTables(Path folder, boolean toTheEnd, EventSink out) {
        this.folder = folder;
        this.toTheEnd = toTheEnd;
        this.out = out;
        read("prs", this::pullRequest);
        read("pr_timelines", this::pullRequestTimeline);
        read("issues", this::issue);
        read("issue_timelines", row -> timeline(row, issueOf(row.require("issue_id"))));
        read("pr_reviews", this::review);
        read("pr_comments", this::comment);
        read("related_issues", this::relation);
        inOrder(pullRequests.values());
        inOrder(issues.values());
    }

    Collection<Ticket> pullRequests() {
        return pullRequests.values();
    }

    Collection<Ticket> issues() {
        return issues.values();
    }

    private static void inOrder(Collection<Ticket> tickets) {
        tickets.forEach(ticket -> ticket.timeline.sort(Comparator.comparing(TimelineRow::at)));
    }

    private void read(String table, RowReader reader) {
        Path file = folder.resolve(table + ".csv.gz");
        try (InputStream in = FileBytes.open(file)) {
            CsvRows rows = CsvRows.open(in, file.toString(), CsvDialect.STANDARD, out::rejected);
            for (Row row = rows.next(); row != null; row = rows.next()) {
                try {
                    reader.read(row);
                } catch (RejectedLine why) {
                    String raw = row.cells().toMap().toString();
                    out.rejected(
                            Rejection.of(file.toString(), row.number(), why, raw, raw.length()));
                }
            }
        } catch (IOException broken) {
            throw new UnreadableFile(file + ": cannot be read: " + broken.getMessage(), broken);
        }
    }

    private void pullRequest(Row row) throws RejectedLine {
        Ticket ticket = ticket(row, time(row, "merged_at"), time(row, "closed_at"));
        pullRequests.put(row.require("id"), ticket);
        for (Instant at : new Instant[] {ticket.createdAt, ticket.closedAt, ticket.mergedAt}) {
            endsNotBefore(at);
        }
    }

    private void endsNotBefore(Instant at) {
        end = at != null && at.isAfter(end) ? at : end;
    }

    private void pullRequestTimeline(Row row) throws RejectedLine {
        Ticket ticket = pullRequestOf(row);
        if (toTheEnd) {
            endsNotBefore(time(row, "created_at"));
        }
        timeline(row, ticket);
    }

    private Ticket pullRequestOf(Row row) throws RejectedLine {
        String id = row.require("pr_id");
        Ticket ticket = pullRequests.get(id);
        if (ticket == null) {
            throw new RejectedLine(
                    "unknown_object: pull request " + id + " is not in the table prs");
        }
        return ticket;
    }

    /**
     * The table holds pull requests too, since GitHub numbers them together; they are no issues.
     */
    private void issue(Row row) throws RejectedLine {
        if (ISSUE.matcher(row.require("html_url")).find()) {
            Instant closed = time(row, "closed_at");
            Ticket issue = ticket(row, null, known(closed) ? closed : null);
            if (known(issue.createdAt)) {
                issues.put(issue.id(), issue);
            }
        }
    }

    private static Ticket ticket(Row row, Instant mergedAt, Instant closedAt) throws RejectedLine {
        Matcher repository = REPOSITORY.matcher(row.require("repo_url"));
        if (!repository.find()) {
            throw new RejectedLine("bad_value: repo_url names no repository");
        }
        row.require("created_at");
        return new Ticket(
                repository.group(1),
                row.require("number"),
                row.get("user"),
                time(row, "created_at"),
                closedAt,
                mergedAt);
    }

    private Ticket issueOf(String key) {
        Matcher parts = ISSUE_KEY.matcher(key);
        return parts.matches()
                ? issues.get(
                        "github:" + parts.group(1) + "/" + parts.group(2) + "#" + parts.group(3))
                : null;
    }

    private void timeline(Row row, Ticket ticket) throws RejectedLine {
        Instant at = time(row, "created_at");
        if (ticket != null && known(at)) {
            ticket.timeline.add(
                    new TimelineRow(
                            ticket.timeline.size() + 1,
                            at,
                            row.require("event"),
                            row.get("actor"),
                            row.get("assignee"),
                            row.get("commit_id")));
        }
    }

    private void review(Row row) throws RejectedLine {
        String verdict = row.require("state").toLowerCase(Locale.ROOT);
        remark(row, "submitted_at", verdict);
    }

    private void comment(Row row) throws RejectedLine {
        remark(row, "created_at", null);
    }

    private void remark(Row row, String timeColumn, String verdict) throws RejectedLine {
        row.require(timeColumn);
        Ticket ticket = pullRequestOf(row);
        Instant at = time(row, timeColumn);
        if (known(at)) {
            ticket.remarks.add(new Remark(row.require("id"), row.get("user"), at, verdict));
        }
    }

    private boolean known(Instant at) {
        return at != null && !at.isAfter(end);
    }

    private void relation(Row row) throws RejectedLine {
        Matcher issue = ISSUE.matcher(row.require("issue_url"));
        Ticket ticket = pullRequestOf(row);
        if (issue.find()) {
            String id = "github:" + issue.group(1) + "#" + issue.group(2);
            if (!ticket.issues.contains(id)) {
                ticket.issues.add(id);
            }
        }
    }

    private static Instant time(Row row, String column) throws RejectedLine {
        String text = row.get(column);
        return text == null ? null : EventTime.parse(column, text);
    }
}

package dev.plumbline.tools.demo;

import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.csv.CsvDialect;
import dev.plumbline.tools.csv.CsvRows;
import dev.plumbline.tools.csv.Row;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pull requests of which the source gives the first 30 rows of the timeline and no more. */
final class CutTimelines {
    private static final int CUT_AT = 30;
    private static final Pattern BEFORE_REPOSITORY = Pattern.compile("^.*/(?=[^/]+/[^/]+$)");
    private static final String SESSION = "agent_session";

    private final Map<String, String> pullRequests = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    CutTimelines(Path folder) {
        read(
                folder.resolve("prs.csv.gz"),
                row -> pullRequests.put(row.cells().get("id"), name(row)));
        read(
                folder.resolve("pr_timelines.csv.gz"),
                row -> rows.merge(row.cells().get("pr_id"), 1, Integer::sum));
    }

    /** Ids of the sessions without an end: whether there was one, a cut timeline does not tell. */
    Set<String> sessionsWithoutEnd(List<WorkEvent> events) {
        Set<String> cut =
                rows.entrySet().stream()
                        .filter(timeline -> timeline.getValue() >= CUT_AT)
                        .map(timeline -> pullRequests.get(timeline.getKey()))
                        .collect(Collectors.toSet());
        Set<String> open = new HashSet<>();
        Set<String> ended = new HashSet<>();
        for (WorkEvent event : events) {
            if (event.getObject().getType().equals(SESSION)) {
                String session = event.getObject().getId();
                boolean start = event.getType().equals("agent.session_started");
                (start ? open : ended).add(session);
                if (event.getLinks().stream().map(Link::getId).noneMatch(cut::contains)) {
                    ended.add(session);
                }
            }
        }
        open.removeAll(ended);
        return open;
    }

    private static String name(Row row) {
        String repository = BEFORE_REPOSITORY.matcher(row.cells().get("repo_url")).replaceFirst("");
        return "github:" + repository + "#" + row.cells().get("number");
    }

    private static void read(Path table, Consumer<Row> reader) {
        try (InputStream in = FileBytes.open(table)) {
            CsvRows rows = CsvRows.open(in, table.toString(), CsvDialect.STANDARD, rejected -> {});
            for (Row row = rows.next(); row != null; row = rows.next()) {
                reader.accept(row);
            }
        } catch (IOException broken) {
            throw new UnreadableFile(table + ": cannot be read: " + broken.getMessage(), broken);
        }
    }
}

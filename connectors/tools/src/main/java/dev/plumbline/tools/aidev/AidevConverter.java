package dev.plumbline.tools.aidev;

import dev.plumbline.tools.EventSink;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Converts one agent's folder of the AIDev data set (Li, Zhang, Hassan 2025, arXiv:2507.15003):
 * pull requests that coding agents opened, with their timelines, reviews, comments and issues.
 * Titles, messages and bodies are not read.
 */
public final class AidevConverter {
    private AidevConverter() {}

    /**
     * Converts a folder as of the last instant that its table of pull requests knows; its name is
     * the agent's. The published figures are of that instant. The tables are held in memory.
     *
     * @throws dev.plumbline.tools.json.UnreadableFile where a table is missing
     */
    public static void convert(Path folder, EventSink out) {
        convert(folder, new AidevTables(folder, false, out), out);
    }

    /**
     * Converts a folder as of the last instant of the pull requests' timelines: most were fetched
     * some days after the table of pull requests, and tell of merges it does not know.
     *
     * @throws dev.plumbline.tools.json.UnreadableFile where a table is missing
     */
    public static void convertToTheEnd(Path folder, EventSink out) {
        convert(folder, new AidevTables(folder, true, out), out);
    }

    private static void convert(Path folder, AidevTables tables, EventSink out) {
        String agent = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        for (Ticket issue : tables.issues()) {
            new IssueEvents(issue).write().forEach(out::event);
        }
        for (Ticket pullRequest : tables.pullRequests()) {
            new PullRequestEvents(pullRequest, agent).write().forEach(out::event);
        }
    }
}

package dev.plumbline.directory;

import static java.util.Map.entry;

import dev.plumbline.work.StateCategory;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a tool's word for a state means: the directory's mapping for that tool (as written, then
 * whatever the case), then the words most tools share.
 */
final class StateWords implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Lower case, without apostrophes, one space between words: the default states of Jira, Linear,
     * GitHub, GitLab, Azure Boards, ServiceNow, and those of the public incident logs.
     */
    private static final Map<String, StateCategory> COMMON =
            Map.ofEntries(
                    entry("backlog", StateCategory.BACKLOG),
                    entry("icebox", StateCategory.BACKLOG),
                    entry("triage", StateCategory.BACKLOG),
                    entry("proposed", StateCategory.BACKLOG),
                    entry("draft", StateCategory.BACKLOG),
                    entry("unmatched", StateCategory.BACKLOG),
                    entry("to do", StateCategory.TODO),
                    entry("todo", StateCategory.TODO),
                    entry("open", StateCategory.TODO),
                    entry("opened", StateCategory.TODO),
                    entry("new", StateCategory.TODO),
                    entry("reopened", StateCategory.TODO),
                    entry("ready", StateCategory.TODO),
                    entry("ready for dev", StateCategory.TODO),
                    entry("ready for development", StateCategory.TODO),
                    entry("selected for development", StateCategory.TODO),
                    entry("planned", StateCategory.TODO),
                    entry("unstarted", StateCategory.TODO),
                    entry("not started", StateCategory.TODO),
                    entry("assigned", StateCategory.TODO),
                    entry("queued", StateCategory.TODO),
                    entry("awaiting assignment", StateCategory.TODO),
                    entry("in progress", StateCategory.ACTIVE),
                    entry("inprogress", StateCategory.ACTIVE),
                    entry("doing", StateCategory.ACTIVE),
                    entry("active", StateCategory.ACTIVE),
                    entry("started", StateCategory.ACTIVE),
                    entry("accepted", StateCategory.ACTIVE),
                    entry("work in progress", StateCategory.ACTIVE),
                    entry("in development", StateCategory.ACTIVE),
                    entry("development", StateCategory.ACTIVE),
                    entry("implementing", StateCategory.ACTIVE),
                    entry("in call", StateCategory.ACTIVE),
                    entry("review", StateCategory.REVIEW),
                    entry("in review", StateCategory.REVIEW),
                    entry("code review", StateCategory.REVIEW),
                    entry("in code review", StateCategory.REVIEW),
                    entry("ready for review", StateCategory.REVIEW),
                    entry("peer review", StateCategory.REVIEW),
                    entry("under review", StateCategory.REVIEW),
                    entry("testing", StateCategory.REVIEW),
                    entry("in testing", StateCategory.REVIEW),
                    entry("in test", StateCategory.REVIEW),
                    entry("test", StateCategory.REVIEW),
                    entry("qa", StateCategory.REVIEW),
                    entry("in qa", StateCategory.REVIEW),
                    entry("ready for qa", StateCategory.REVIEW),
                    entry("ready for test", StateCategory.REVIEW),
                    entry("ready for testing", StateCategory.REVIEW),
                    entry("verification", StateCategory.REVIEW),
                    entry("waiting", StateCategory.WAITING),
                    entry("wait", StateCategory.WAITING),
                    entry("wait user", StateCategory.WAITING),
                    entry("wait customer", StateCategory.WAITING),
                    entry("wait vendor", StateCategory.WAITING),
                    entry("wait implementation", StateCategory.WAITING),
                    entry("pending", StateCategory.WAITING),
                    entry("on hold", StateCategory.WAITING),
                    entry("hold", StateCategory.WAITING),
                    entry("paused", StateCategory.WAITING),
                    entry("waiting for customer", StateCategory.WAITING),
                    entry("waiting for support", StateCategory.WAITING),
                    entry("awaiting user info", StateCategory.WAITING),
                    entry("awaiting customer", StateCategory.WAITING),
                    entry("awaiting vendor", StateCategory.WAITING),
                    entry("awaiting approval", StateCategory.WAITING),
                    entry("blocked", StateCategory.BLOCKED),
                    entry("impeded", StateCategory.BLOCKED),
                    entry("impediment", StateCategory.BLOCKED),
                    entry("stuck", StateCategory.BLOCKED),
                    entry("done", StateCategory.DONE),
                    entry("closed", StateCategory.DONE),
                    entry("resolved", StateCategory.DONE),
                    entry("complete", StateCategory.DONE),
                    entry("completed", StateCategory.DONE),
                    entry("finished", StateCategory.DONE),
                    entry("fixed", StateCategory.DONE),
                    entry("merged", StateCategory.DONE),
                    entry("released", StateCategory.DONE),
                    entry("deployed", StateCategory.DONE),
                    entry("cancelled", StateCategory.CANCELLED),
                    entry("canceled", StateCategory.CANCELLED),
                    entry("wont do", StateCategory.CANCELLED),
                    entry("wont fix", StateCategory.CANCELLED),
                    entry("wontfix", StateCategory.CANCELLED),
                    entry("rejected", StateCategory.CANCELLED),
                    entry("declined", StateCategory.CANCELLED),
                    entry("duplicate", StateCategory.CANCELLED),
                    entry("invalid", StateCategory.CANCELLED),
                    entry("abandoned", StateCategory.CANCELLED),
                    entry("removed", StateCategory.CANCELLED),
                    entry("obsolete", StateCategory.CANCELLED));

    private final HashMap<String, HashMap<String, StateCategory>> asWritten = new HashMap<>();
    private final HashMap<String, HashMap<String, StateCategory>> anyCase = new HashMap<>();

    StateWords(Map<String, Map<String, StateCategory>> states) {
        states.forEach(
                (source, words) -> {
                    asWritten.put(source, new HashMap<>(words));
                    HashMap<String, StateCategory> lower = new HashMap<>();
                    words.forEach((word, category) -> lower.put(lower(word), category));
                    anyCase.put(source, lower);
                });
    }

    StateCategory categoryOf(String source, String rawState) {
        if (rawState == null) {
            return null;
        }
        StateCategory exact = asWritten.getOrDefault(source, new HashMap<>(0)).get(rawState);
        if (exact != null) {
            return exact;
        }
        StateCategory mapped = anyCase.getOrDefault(source, new HashMap<>(0)).get(lower(rawState));
        return mapped != null ? mapped : COMMON.get(plain(rawState));
    }

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static String plain(String word) {
        return lower(word).replaceAll("['\u2019]", "").replaceAll("[\\s_-]+", " ");
    }
}

package dev.plumbline.tools.github;

import dev.plumbline.schema.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Logins of GitHub as accounts. One agent has several logins: its app, its bot user and its display
 * name; they become one account.
 */
public final class GithubAccounts {
    private static final Map<String, String> AGENTS =
            Map.ofEntries(
                    Map.entry("copilot", "Copilot"),
                    Map.entry("copilot-swe-agent", "Copilot"),
                    Map.entry("copilot-swe-agent[bot]", "Copilot"),
                    Map.entry("copilot-pull-request-reviewer", "copilot-pull-request-reviewer"),
                    Map.entry(
                            "copilot-pull-request-reviewer[bot]", "copilot-pull-request-reviewer"),
                    Map.entry("cursor[bot]", "cursor"),
                    Map.entry("cursoragent", "cursor"),
                    Map.entry("bugbot", "cursor"),
                    Map.entry("claude[bot]", "claude"),
                    Map.entry("devin-ai-integration[bot]", "devin"),
                    Map.entry("google-labs-jules[bot]", "jules"),
                    Map.entry("gemini-code-assist[bot]", "gemini-code-assist"),
                    Map.entry("chatgpt-codex-connector[bot]", "codex"),
                    Map.entry("coderabbitai[bot]", "coderabbitai"),
                    Map.entry("ellipsis-dev[bot]", "ellipsis-dev"),
                    Map.entry("sourcery-ai[bot]", "sourcery-ai"),
                    Map.entry("greptile-apps[bot]", "greptile-apps"),
                    Map.entry("seer-by-sentry[bot]", "seer-by-sentry"),
                    Map.entry("cubic-dev-ai[bot]", "cubic-dev-ai"),
                    Map.entry("amazon-q-developer[bot]", "amazon-q-developer"));

    /** Machines without the suffix that GitHub gives to bots. */
    private static final Set<String> SERVICES =
            Set.of(
                    "merlinbot",
                    "claassistant",
                    "brewtestbot",
                    "mihubot",
                    "robobun",
                    "wheelsbot7",
                    "automatic-robot",
                    "codecov-commenter",
                    "vs-mobiletools-engineering-service2");

    private static final Pattern BOT = Pattern.compile(".*(\\[bot]|-bot)");

    private GithubAccounts() {}

    /** The account of a login, null for none. */
    public static String account(String login) {
        if (login == null || login.isEmpty()) {
            return null;
        }
        return "github:" + AGENTS.getOrDefault(login.toLowerCase(Locale.ROOT), login);
    }

    /** Agent, service, or null where only the directory can know. */
    public static String kind(String login) {
        String lower = login.toLowerCase(Locale.ROOT);
        if (AGENTS.containsKey(lower)) {
            return "agent";
        }
        return SERVICES.contains(lower) || BOT.matcher(lower).matches() ? "service" : null;
    }

    /** The login as the actor of an event, null for none. */
    public static Actor actor(String login) {
        String account = account(login);
        return account == null ? null : new Actor(account, kind(login), null, null, null);
    }

    public static boolean isAgent(String login) {
        return "agent".equals(kind(login));
    }
}

package dev.plumbline.tools.github;

import dev.plumbline.schema.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Logins of GitHub as accounts. Some agents have several logins: an app, its bot user, a display
 * name; they become one account. An account keeps the suffix "[bot]": without it the name may be a
 * person's.
 */
public final class GithubAccounts {
    private static final Set<String> AGENTS =
            Set.of(
                    "copilot",
                    "copilot-swe-agent",
                    "copilot-swe-agent[bot]",
                    "copilot-pull-request-reviewer",
                    "copilot-pull-request-reviewer[bot]",
                    "cursor[bot]",
                    "cursoragent",
                    "claude[bot]",
                    "devin-ai-integration[bot]",
                    "google-labs-jules[bot]",
                    "gemini-code-assist[bot]",
                    "chatgpt-codex-connector[bot]",
                    "coderabbitai[bot]",
                    "ellipsis-dev[bot]",
                    "sourcery-ai[bot]",
                    "greptile-apps[bot]",
                    "seer-by-sentry[bot]",
                    "cubic-dev-ai[bot]",
                    "amazon-q-developer[bot]");

    /** The one account behind several logins. */
    private static final Map<String, String> SAME_AS =
            Map.of(
                    "copilot", "Copilot",
                    "copilot-swe-agent", "Copilot",
                    "copilot-swe-agent[bot]", "Copilot",
                    "copilot-pull-request-reviewer", "copilot-pull-request-reviewer[bot]",
                    "cursoragent", "cursor[bot]");

    /** Machines without the suffix that GitHub gives to bots. */
    private static final Set<String> SERVICES =
            Set.of(
                    "merlinbot",
                    "claassistant",
                    "msftclas",
                    "msftgits",
                    "brewtestbot",
                    "mihubot",
                    "robobun",
                    "wheelsbot7",
                    "automatic-robot",
                    "openprojectci",
                    "huggingfacedocbuilderdev",
                    "codecov-commenter",
                    "vs-mobiletools-engineering-service2");

    /** The committer of what is merged with the button on the web page: nobody. */
    private static final String WEB_BUTTON = "web-flow";

    private static final Pattern BOT = Pattern.compile(".*(\\[bot]|-bot)");

    private GithubAccounts() {}

    /** The account of a login; null for none and for the web button. */
    public static String account(String login) {
        if (login == null || login.isEmpty() || login.equals(WEB_BUTTON)) {
            return null;
        }
        return "github:" + SAME_AS.getOrDefault(login.toLowerCase(Locale.ROOT), login);
    }

    /** Agent, service, or null where only the directory can know. */
    public static String kind(String login) {
        String lower = login.toLowerCase(Locale.ROOT);
        if (AGENTS.contains(lower)) {
            return "agent";
        }
        return SERVICES.contains(lower) || BOT.matcher(lower).matches() ? "service" : null;
    }

    /** The login as the actor of an event; null for none and for the web button. */
    public static Actor actor(String login) {
        String account = account(login);
        return account == null ? null : new Actor(account, kind(login), null, null, null);
    }

    public static boolean isAgent(String login) {
        return "agent".equals(kind(login));
    }
}

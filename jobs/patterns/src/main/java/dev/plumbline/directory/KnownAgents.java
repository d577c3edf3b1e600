package dev.plumbline.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Accounts under which widely used AI agents work, coding and reviewing alike. Only names that no
 * person would have: a user called "claude" is not one of them. A directory overrules the table.
 *
 * <p>Source: accounts that write pull requests and reviews in the AIDev data set, and the account
 * names under which the other agents' makers are known to publish; the latter were not checked
 * against data.
 */
final class KnownAgents {
    private static final Set<String> NAMES =
            Set.of(
                    "amazon-q-developer[bot]",
                    "chatgpt-codex-connector[bot]",
                    "claude[bot]",
                    "codegen-sh[bot]",
                    "coderabbitai[bot]",
                    "codex[bot]",
                    "copilot",
                    "copilot-pull-request-reviewer",
                    "copilot-pull-request-reviewer[bot]",
                    "copilot-swe-agent",
                    "copilot-swe-agent[bot]",
                    "cubic-dev-ai[bot]",
                    "cursor[bot]",
                    "cursoragent",
                    "devin-ai-integration[bot]",
                    "ellipsis-dev[bot]",
                    "factory-droid[bot]",
                    "gemini-code-assist[bot]",
                    "google-labs-jules[bot]",
                    "greptile-apps[bot]",
                    "openai-codex[bot]",
                    "openhands-agent",
                    "qodo-merge-pro[bot]",
                    "seer-by-sentry[bot]",
                    "sourcery-ai[bot]",
                    "sweep-ai[bot]");

    /** Accounts behind which the same agent works; the first stands for all of them. */
    static final List<List<String>> SAME =
            List.of(
                    List.of(
                            "github:Copilot",
                            "github:copilot-swe-agent[bot]",
                            "github:copilot-swe-agent"),
                    List.of(
                            "github:copilot-pull-request-reviewer[bot]",
                            "github:copilot-pull-request-reviewer"),
                    List.of("github:cursor[bot]", "github:cursoragent"));

    private KnownAgents() {}

    /** Whether that account, with or without its tool's prefix ("github:"), is in the table. */
    static boolean contains(String account) {
        String name = account.substring(account.indexOf(':') + 1);
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}

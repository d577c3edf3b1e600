package dev.plumbline.tools.git;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The coding agents that sign commits, told by their addresses and by names nobody else has. A
 * first name proves nothing: people are called Claude and Devin.
 */
public final class KnownAgents {
    /** Whole addresses, and their ends after the numeric prefix GitHub puts before a plus sign. */
    private static final Map<String, String> ADDRESSES =
            Map.ofEntries(
                    Map.entry("noreply@anthropic.com", "claude"),
                    Map.entry("noreply@openai.com", "codex"),
                    Map.entry("codex@openai.com", "codex"),
                    Map.entry("cursoragent@cursor.com", "cursor"),
                    Map.entry("noreply@aider.chat", "aider"),
                    Map.entry("aider@aider.chat", "aider"),
                    Map.entry("openhands@all-hands.dev", "openhands"),
                    Map.entry("copilot@github.com", "copilot"),
                    Map.entry("copilot@users.noreply.github.com", "copilot"),
                    Map.entry("copilot-swe-agent[bot]@users.noreply.github.com", "copilot"),
                    Map.entry("claude[bot]@users.noreply.github.com", "claude"),
                    Map.entry("cursor[bot]@users.noreply.github.com", "cursor"),
                    Map.entry("devin-ai-integration[bot]@users.noreply.github.com", "devin"),
                    Map.entry("google-labs-jules[bot]@users.noreply.github.com", "jules"),
                    Map.entry("gemini-code-assist[bot]@users.noreply.github.com", "gemini"),
                    Map.entry("amazon-q-developer[bot]@users.noreply.github.com", "amazon-q"),
                    Map.entry("sweep-ai[bot]@users.noreply.github.com", "sweep"));

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("copilot", "copilot"),
                    Map.entry("github copilot", "copilot"),
                    Map.entry("copilot-swe-agent", "copilot"),
                    Map.entry("copilot-swe-agent[bot]", "copilot"),
                    Map.entry("claude code", "claude"),
                    Map.entry("claude[bot]", "claude"),
                    Map.entry("cursor agent", "cursor"),
                    Map.entry("openai codex", "codex"),
                    Map.entry("codex cli", "codex"),
                    Map.entry("devin ai", "devin"),
                    Map.entry("devin-ai-integration[bot]", "devin"),
                    Map.entry("google-labs-jules[bot]", "jules"),
                    Map.entry("gemini-code-assist[bot]", "gemini"),
                    Map.entry("copilot autofix powered by ai", "copilot"));

    /** Agents that sign with their own name at their maker's domain, whatever stands before it. */
    private static final Map<String, String> AT_THEIR_MAKER =
            Map.of(
                    "claude@anthropic.com", "claude",
                    "codex@openai.com", "codex",
                    "cursor@cursor.com", "cursor");

    private static final Pattern MODEL =
            Pattern.compile("claude[ -](opus|sonnet|haiku|fable|code|[0-9]).*");
    private static final Pattern PREFIX = Pattern.compile("^[0-9]+\\+");

    /** Tools before models: "Cursor (Claude Sonnet)" is Cursor at work. */
    private static final Map<String, Pattern> MENTIONS =
            Map.of(
                    "1copilot", Pattern.compile("copilot"),
                    "2cursor", Pattern.compile("cursor|composer"),
                    "3codex", Pattern.compile("codex"),
                    "4claude", Pattern.compile("claude"),
                    "5gemini", Pattern.compile("gemini|jules"),
                    "6chatgpt", Pattern.compile("gpt"),
                    "7devin", Pattern.compile("devin"),
                    "8aider", Pattern.compile("aider"));

    private KnownAgents() {}

    /** The agent behind an author, committer or co-author; null for everybody else. */
    public static String of(Person person) {
        String email = person.email() == null ? "" : person.email().toLowerCase(Locale.ROOT);
        String byAddress = ADDRESSES.get(PREFIX.matcher(email).replaceFirst(""));
        if (byAddress != null) {
            return byAddress;
        }
        String name = person.name() == null ? "" : person.name().toLowerCase(Locale.ROOT).strip();
        String known = MODEL.matcher(name).matches() ? "claude" : NAMES.get(name);
        String atMaker = name + email.substring(Math.max(0, email.indexOf('@')));
        return known != null ? known : AT_THEIR_MAKER.get(atMaker);
    }

    /** The agent named in a trailer that names tools, such as Assisted-by; null for none known. */
    public static String mentionedIn(String tool) {
        String text = tool.toLowerCase(Locale.ROOT);
        return MENTIONS.entrySet().stream()
                .filter(mention -> mention.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(key -> key.substring(1))
                .orElse(null);
    }
}

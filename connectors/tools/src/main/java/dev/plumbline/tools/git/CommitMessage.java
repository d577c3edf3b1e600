package dev.plumbline.tools.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a commit message what refers to something else; the words themselves are not kept. */
final class CommitMessage {
    private static final Pattern TICKET = Pattern.compile("\\b[A-Z][A-Z0-9]+-[0-9]+\\b");
    private static final Set<String> STANDARDS =
            Set.of(
                    "UTF", "SHA", "ISO", "RFC", "CVE", "CWE", "GPT", "AES", "RSA", "MD", "IEEE",
                    "ECMA", "X86", "ARM", "TLS", "HTTP", "UTC", "GMT", "JEP", "JSR", "PEP", "PR");
    private static final Pattern PULL_REQUEST = Pattern.compile("\\(#([0-9]+)\\)\\s*$");
    private static final Pattern REVERT =
            Pattern.compile("This reverts commit ([0-9a-f]{7,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILER =
            Pattern.compile("^([A-Za-z]+(?:-[A-Za-z]+)*-(?:[Bb]y|[Ww]ith|[Ii]d)): *(.+)$");
    private static final Pattern PERSON = Pattern.compile("^(.*?)\\s*<([^<>]+)>.*$");

    private final String subject;
    private final List<String> lines;
    private final String text;

    CommitMessage(String text) {
        this.text = text;
        this.lines = text.lines().toList();
        this.subject = lines.isEmpty() ? "" : lines.get(0);
    }

    List<String> ticketKeys() {
        return TICKET.matcher(subject)
                .results()
                .map(found -> found.group())
                .filter(CommitMessage::isTicket)
                .distinct()
                .toList();
    }

    /** Standards look like tickets: UTF-8 is none. */
    static boolean isTicket(String key) {
        return !STANDARDS.contains(key.substring(0, key.indexOf('-')));
    }

    String pullRequest() {
        Matcher found = PULL_REQUEST.matcher(subject);
        return found.find() ? found.group(1) : null;
    }

    List<String> reverts() {
        return REVERT.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The last Change-Id: a message may quote an earlier one. */
    String changeId() {
        String id = null;
        for (Trailer trailer : trailers()) {
            id = trailer.key().equals("change-id") ? trailer.person().name() : id;
        }
        return id;
    }

    List<Trailer> trailers() {
        List<Trailer> trailers = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            Matcher found = TRAILER.matcher(line);
            if (found.matches()) {
                String key = found.group(1).toLowerCase(Locale.ROOT);
                trailers.add(new Trailer(key, person(found.group(2).strip())));
            }
        }
        return trailers;
    }

    static Person person(String text) {
        Matcher found = PERSON.matcher(text);
        return found.matches()
                ? new Person(
                        found.group(1).strip(), found.group(2).strip().toLowerCase(Locale.ROOT))
                : new Person(text, null);
    }
}

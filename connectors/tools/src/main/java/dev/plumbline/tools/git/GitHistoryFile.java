package dev.plumbline.tools.git;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a history exported as JSON, one commit per line, oldest first, with addresses already
 * replaced by hashes. The same model as {@link GitConverter}.
 */
public final class GitHistoryFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GitHistoryFile() {}

    /** Converts one file, plain or gzip. */
    public static void convert(InputStream in, String origin, History history, EventSink out) {
        CommitEvents events = new CommitEvents(history, out);
        long number = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(FileBytes.unpacked(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    events.write(commit(line));
                } catch (RejectedLine why) {
                    out.rejected(Rejection.of(origin, number, why, line, line.length()));
                }
            }
        } catch (IOException broken) {
            throw new UnreadableFile(origin + ": breaks off: " + broken.getMessage(), broken);
        }
    }

    private static Commit commit(String line) throws RejectedLine {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new RejectedLine("not_json: " + Quote.sentence(broken.getOriginalMessage()));
        }
        for (String field : List.of("sha", "author", "committer", "author_time", "commit_time")) {
            if (!json.hasNonNull(field)) {
                throw new RejectedLine("missing_field: " + field + " is required");
            }
        }
        List<Trailer> trailers = new ArrayList<>();
        json.path("trailers").forEach(trailer -> trailers.add(trailer(trailer)));
        return new Commit(
                json.path("sha").asText(),
                person(json.path("author")),
                EventTime.ofEpochSeconds("author_time", json.path("author_time").asText()),
                person(json.path("committer")),
                EventTime.ofEpochSeconds("commit_time", json.path("commit_time").asText()),
                changeId(trailers),
                json.path("pr").asText(null),
                tickets(json),
                trailers,
                json.hasNonNull("reverts") ? texts(json.path("reverts")) : List.of(),
                json.path("is_merge").asBoolean());
    }

    private static Trailer trailer(JsonNode json) {
        String key = json.path("key").asText().toLowerCase(Locale.ROOT);
        return json.has("value")
                ? new Trailer(key, new Person(json.path("value").asText(), null))
                : new Trailer(key, person(json));
    }

    /**
     * People have a hash and the domain for an address; machines an address, or only their name.
     */
    static Person person(JsonNode json) {
        String name = json.path("name").asText(null);
        if (json.hasNonNull("email")) {
            return new Person(name, json.path("email").asText());
        }
        Person named = new Person(name, null);
        if (named.kind() != null) {
            return named;
        }
        String id = json.path("id").asText(null);
        String domain = json.path("domain").asText(null);
        return new Person(name, id == null || domain == null ? id : id + "@" + domain);
    }

    private static String changeId(List<Trailer> trailers) {
        return trailers.stream()
                .filter(trailer -> trailer.key().equals("change-id"))
                .map(trailer -> trailer.person().name())
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static List<String> tickets(JsonNode json) {
        return texts(json.path("ticket_keys")).stream()
                .filter(key -> key.indexOf('-') > 0 && CommitMessage.isTicket(key))
                .toList();
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json.isTextual()) {
            texts.add(json.asText());
        }
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

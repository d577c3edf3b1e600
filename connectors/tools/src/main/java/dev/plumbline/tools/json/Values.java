package dev.plumbline.tools.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * Reads single values where the parser stands; what is wrong goes to the draft, the value is null.
 */
final class Values {
    private final JsonParser in;
    private final Draft draft;

    Values(JsonParser in, Draft draft) {
        this.in = in;
        this.draft = draft;
    }

    /** Text; numbers and booleans as they are written; null for null. */
    String text(String field) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isStructStart()) {
            bad(field, "must be text, not an object or a list");
            in.skipChildren();
            return null;
        }
        return storable(field, in.getText());
    }

    String textOr(String field, String fallback) throws IOException {
        String text = text(field);
        return text == null || text.isEmpty() ? fallback : text;
    }

    /** One word of a closed list; null for null. */
    String word(String field, Map<String, String> words) throws IOException {
        String text = text(field);
        String word = text == null ? null : words.get(text);
        if (text != null && word == null) {
            bad(field, Quote.of(text) + " is none of " + sorted(words));
        }
        return word;
    }

    String type(String field) throws IOException {
        String text = text(field);
        String type = text == null ? null : Vocabulary.EVENT_TYPES.get(text);
        if (text != null && type == null) {
            boolean empty = text.isEmpty();
            draft.problem(
                    new RejectedLine(
                            empty
                                    ? "missing_field: type is empty"
                                    : "unknown_type: " + Quote.plain(text)));
        }
        return type;
    }

    long integer(String field) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return 0L;
        }
        if (fitsLong()) {
            return in.getLongValue();
        }
        in.skipChildren();
        bad(field, "must be a whole number");
        return 0L;
    }

    Instant instant(String field) throws IOException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return token == JsonToken.VALUE_STRING
                    ? EventTime.parse(field, in.getText())
                    : ofMillis(field);
        } catch (RejectedLine unreadable) {
            draft.problem(unreadable);
            in.skipChildren();
            return null;
        }
    }

    private Instant ofMillis(String field) throws IOException, RejectedLine {
        if (!fitsLong()) {
            throw new RejectedLine(
                    "bad_time: " + field + " is neither ISO-8601 text nor epoch milliseconds");
        }
        return EventTime.ofEpochMillis(field, in.getLongValue());
    }

    private boolean fitsLong() throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return false;
        }
        NumberType type = in.getNumberType();
        return type == NumberType.INT || type == NumberType.LONG;
    }

    boolean opensObject(String field) throws IOException {
        return opens(field, JsonToken.START_OBJECT, "must be an object in braces");
    }

    boolean opensArray(String field) throws IOException {
        return opens(field, JsonToken.START_ARRAY, "must be a list in brackets");
    }

    private boolean opens(String field, JsonToken start, String expectation) throws IOException {
        JsonToken token = in.currentToken();
        if (token == start) {
            return true;
        }
        if (token != JsonToken.VALUE_NULL) {
            bad(field, expectation);
            in.skipChildren();
        }
        return false;
    }

    void require(String field, String value) {
        if (value == null || value.isEmpty()) {
            draft.problem(new RejectedLine("missing_field: " + field + " is required"));
        }
    }

    /** The text if a database can store it: no NUL, no half of a surrogate pair. */
    String storable(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                draft.problem(new RejectedLine("nul_character: " + field + " holds a NUL"));
                return null;
            }
            if (Character.isSurrogate(c) && Surrogates.loneAt(text, i)) {
                draft.problem(
                        new RejectedLine("bad_utf8: " + field + " holds half of a surrogate pair"));
                return null;
            }
        }
        return text;
    }

    private void bad(String field, String sentence) {
        draft.problem(new RejectedLine("bad_value: " + field + " " + sentence));
    }

    private static String sorted(Map<String, String> words) {
        return String.join(", ", words.keySet().stream().sorted().toList());
    }
}

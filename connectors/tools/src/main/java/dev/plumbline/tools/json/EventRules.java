package dev.plumbline.tools.json;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an event that did not come as JSON must meet as well: no required field empty, no word
 * outside the contract's lists, no implausible time, no NUL. The reasons are those of the JSON
 * form.
 */
public final class EventRules {
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private EventRules() {}

    /** The reason to reject this event, or empty. Its required fields are not null. */
    public static Optional<String> problem(WorkEvent event) {
        try {
            check(event);
            return Optional.empty();
        } catch (RejectedLine why) {
            return Optional.of(why.reason());
        }
    }

    private static void check(WorkEvent event) throws RejectedLine {
        text("org", event.getOrg());
        required("event_id", event.getEventId());
        required("type", event.getType());
        if (!Vocabulary.EVENT_TYPES.containsKey(event.getType())) {
            throw new RejectedLine("unknown_type: " + Raw.of(event.getType()));
        }
        time("occurred_at", event.getOccurredAt());
        time("observed_at", event.getObservedAt());
        time("ingested_at", event.getIngestedAt());
        word("time_quality", event.getTimeQuality(), Vocabulary.TIME_QUALITIES);
        required("source", event.getSource());
        text("container", event.getContainer());
        requiredWord("object.type", event.getObject().getType(), Vocabulary.OBJECT_TYPES);
        required("object.id", event.getObject().getId());
        text("object.work_type", event.getObject().getWorkType());
        for (Link link : event.getLinks()) {
            requiredWord("links.rel", link.getRel(), Vocabulary.LINK_RELATIONS);
            requiredWord("links.type", link.getType(), Vocabulary.OBJECT_TYPES);
            required("links.id", link.getId());
        }
        actor(event.getActor());
        text("owner_from", event.getOwnerFrom());
        text("owner_to", event.getOwnerTo());
        text("group_from", event.getGroupFrom());
        text("group_to", event.getGroupTo());
        state("state_from", event.getStateFrom());
        state("state_to", event.getStateTo());
        word("verdict", event.getVerdict(), Vocabulary.VERDICTS);
        word("result", event.getResult(), Vocabulary.RESULTS);
        text("environment", event.getEnvironment());
        for (Map.Entry<String, String> attribute : event.getAttributes().entrySet()) {
            text("attributes", attribute.getKey());
            text("attributes", attribute.getValue());
        }
        KeyLength.check(event);
    }

    private static void actor(Actor actor) throws RejectedLine {
        if (actor == null) {
            return;
        }
        required("actor.account", actor.getAccount());
        word("actor.kind", actor.getKind(), Vocabulary.ACTOR_KINDS);
        text("actor.group", actor.getGroup());
        text("actor.on_behalf_of", actor.getOnBehalfOf());
        text("actor.agent", actor.getAgent());
    }

    private static void state(String field, State state) throws RejectedLine {
        if (state == null) {
            return;
        }
        text(field + ".raw", state.getRaw());
        word(field + ".category", state.getCategory(), Vocabulary.STATE_CATEGORIES);
    }

    private static void requiredWord(String field, String word, Map<String, String> words)
            throws RejectedLine {
        required(field, word);
        word(field, word, words);
    }

    private static void required(String field, String text) throws RejectedLine {
        if (text.isEmpty()) {
            throw new RejectedLine("missing_field: " + field + " is empty");
        }
        text(field, text);
    }

    private static void word(String field, String word, Map<String, String> words)
            throws RejectedLine {
        if (word != null && !words.containsKey(word)) {
            throw new RejectedLine(
                    "bad_value: "
                            + field
                            + " "
                            + Quote.of(word)
                            + " is none of "
                            + String.join(", ", words.keySet().stream().sorted().toList()));
        }
    }

    private static void text(String field, String text) throws RejectedLine {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new RejectedLine("nul_character: " + field + " holds a NUL");
        }
    }

    private static void time(String field, Instant instant) throws RejectedLine {
        if (instant == null) {
            return;
        }
        if (instant.isBefore(EventTime.EARLIEST)) {
            throw new RejectedLine(
                    "implausible_time: " + field + " " + instant + " lies before 1990");
        }
        if (!instant.isBefore(END)) {
            throw new RejectedLine(
                    "implausible_time: " + field + " " + instant + " lies after the year 9999");
        }
    }
}

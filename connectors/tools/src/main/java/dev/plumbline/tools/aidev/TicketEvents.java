package dev.plumbline.tools.aidev;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.tools.github.GithubAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What issues and pull requests have in common: identity, assignment, comments. */
abstract class TicketEvents {
    /** The tables round differently; what lies closer together is one fact. */
    static final Duration SAME = Duration.ofSeconds(2);

    /** Assignments that follow one another so quickly are one decision. */
    private static final Duration ONE_DECISION = Duration.ofSeconds(5);

    final Ticket ticket;
    final List<WorkEvent> events = new ArrayList<>();
    private final String objectType;
    private final Map<String, Integer> ids = new HashMap<>();

    TicketEvents(Ticket ticket, String objectType) {
        this.ticket = ticket;
        this.objectType = objectType;
    }

    abstract List<WorkEvent> write();

    EventBuilder event(String verb, Instant at, long sequence, String login) {
        return event(verb, at, sequence, GithubAccounts.actor(login), at.toString());
    }

    EventBuilder event(String verb, Instant at, long sequence, Actor actor, String key) {
        String id = unique(ticket.id() + ":" + verb + ":" + key);
        return EventBuilder.of(
                        "github",
                        objectType + "." + verb,
                        id,
                        at,
                        EventBuilder.object(objectType, ticket.id()))
                .sequence(sequence)
                .container(ticket.container())
                .actor(actor);
    }

    /** Two facts of one kind in one second are told apart by their order in the source. */
    String unique(String id) {
        int times = ids.merge(id, 1, Integer::sum);
        return times == 1 ? id : id + ":" + times;
    }

    void add(EventBuilder event) {
        events.add(event.build());
    }

    void assignments(Assignees assignees) {
        List<TimelineRow> rows =
                ticket.timeline.stream()
                        .filter(row -> row.event().endsWith("assigned") && row.assignee() != null)
                        .toList();
        for (int i = 0; i < rows.size(); i++) {
            TimelineRow row = rows.get(i);
            if (row.event().equals("assigned")) {
                assignees.add(row.assignee());
            } else {
                assignees.remove(row.assignee());
            }
            boolean last =
                    i + 1 == rows.size()
                            || rows.get(i + 1).at().isAfter(row.at().plus(ONE_DECISION));
            if (last && assignees.settle()) {
                add(
                        event("assigned", row.at(), row.index(), row.actor())
                                .holder(assignees.owner(), null));
            }
        }
    }

    /** Whether the timeline has this kind of row at about this time. */
    boolean timelineHas(String event, Instant at) {
        return ticket.timeline.stream()
                .anyMatch(row -> row.event().equals(event) && same(row.at(), at));
    }

    static boolean same(Instant one, Instant other) {
        return one != null
                && other != null
                && Duration.between(one, other).abs().compareTo(SAME) <= 0;
    }
}

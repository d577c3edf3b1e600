package dev.plumbline.simulation;

import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges the tickets of a pod by the definitions of claims and evidence alone, from its events,
 * knowing nothing of how they were made. Simple and slow: each question walks over all events.
 */
final class ClaimsByDefinition {
    private static final long HOUR_MILLIS = 3_600_000;

    private final List<WorkEvent> events;
    private final WorkCalendar calendar;
    private final Instant end;
    private final Map<String, Set<String>> changesOfTicket = new HashMap<>();
    private final Map<String, List<WorkEvent>> eventsOfChange = new HashMap<>();
    private final Map<String, List<WorkEvent>> eventsOfTicket = new HashMap<>();
    private final Map<String, List<WorkEvent>> runsOfCommit = new HashMap<>();
    private final Map<String, String> ticketOfSession = new HashMap<>();

    /** Ticket → what an agent said of it first. */
    private final Map<String, WorkEvent> sessionClaims = new HashMap<>();

    private final Map<String, WorkEvent> tests = new HashMap<>();

    ClaimsByDefinition(PodHistory history, WorkCalendar calendar, Instant end) {
        this.events = history.events();
        this.calendar = calendar;
        this.end = end;
        events.forEach(this::index);
    }

    private void index(WorkEvent event) {
        String id = event.getObject().getId();
        if (event.getType().startsWith("change.")) {
            eventsOfChange.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
            linked(event, "work_item").forEach(ticket -> link(ticket, id));
        }
        if (event.getType().startsWith("work_item.")) {
            eventsOfTicket.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
            linked(event, "change").forEach(change -> link(id, change));
        }
        if (event.getType().equals("agent.session_started")) {
            linked(event, "work_item").forEach(ticket -> ticketOfSession.put(id, ticket));
        }
        if (event.getType().equals("agent.claimed_done") && ticketOfSession.containsKey(id)) {
            sessionClaims.putIfAbsent(ticketOfSession.get(id), event);
        }
        if (event.getType().equals("test.finished")) {
            linked(event, "change").forEach(change -> tests.put(change, event));
        }
        if (event.getType().equals("ci.finished") || event.getType().equals("deploy.finished")) {
            for (String sha : linked(event, "commit")) {
                runsOfCommit.computeIfAbsent(sha, any -> new ArrayList<>()).add(event);
            }
        }
    }

    private void link(String ticket, String change) {
        changesOfTicket.computeIfAbsent(ticket, any -> new HashSet<>()).add(change);
    }

    private static List<String> linked(WorkEvent event, String type) {
        return event.getLinks().stream()
                .filter(link -> link.getType().equals(type))
                .map(Link::getId)
                .toList();
    }

    /** Tickets of that finding. */
    Set<String> found(String kind) {
        Set<String> found = new TreeSet<>();
        for (String ticket : eventsOfTicket.keySet()) {
            boolean is =
                    switch (kind) {
                        case "unverified_done" -> claim(ticket) != null && unverified(ticket);
                        case "contradicted_done" -> contradicted(ticket);
                        default -> stuck(ticket);
                    };
            if (is) {
                found.add(ticket);
            }
        }
        return found;
    }

    private boolean unverified(String ticket) {
        WorkEvent claim = claim(ticket);
        Instant due = hours(claim.getOccurredAt(), 4);
        return due.isBefore(end)
                && evidence(ticket).stream()
                        .noneMatch(
                                event ->
                                        !event.getOccurredAt().isAfter(due)
                                                && !person(event).equals(person(claim)));
    }

    /** The first word that it is done: an agent's, or the ticket's last way into done. */
    private WorkEvent claim(String ticket) {
        WorkEvent agents = sessionClaims.get(ticket);
        return agents == null ? done(ticket) : agents;
    }

    /** Approvals, merges, successful tests, checks of merge commits and deployments. */
    private List<WorkEvent> evidence(String ticket) {
        List<WorkEvent> evidence = new ArrayList<>();
        for (String change : changes(ticket)) {
            if (tests.containsKey(change)) {
                evidence.add(tests.get(change));
            }
            for (WorkEvent event : eventsOfChange.get(change)) {
                boolean merged = event.getType().equals("change.merged");
                if (merged || "approved".equals(event.getVerdict())) {
                    evidence.add(event);
                }
                if (merged) {
                    runs(event).stream()
                            .filter(run -> "success".equals(run.getResult()))
                            .forEach(evidence::add);
                }
            }
        }
        return evidence;
    }

    private List<WorkEvent> runs(WorkEvent merged) {
        return runsOfCommit.getOrDefault(merged.getAttributes().get("merge_commit"), List.of());
    }

    private boolean contradicted(String ticket) {
        WorkEvent first = firstDone(ticket);
        if (first == null) {
            return false;
        }
        Instant done = first.getOccurredAt();
        boolean reopened =
                eventsOfTicket.get(ticket).stream()
                        .anyMatch(
                                event ->
                                        event.getStateTo() != null
                                                && event.getOccurredAt().isAfter(done)
                                                && event.getOccurredAt()
                                                        .isBefore(done.plus(Duration.ofDays(14)))
                                                && !is(event, "done"));
        return reopened || changes(ticket).stream().anyMatch(change -> speaksAgainst(change, done));
    }

    private boolean speaksAgainst(String change, Instant done) {
        WorkEvent merged = last(change, "change.merged");
        WorkEvent abandoned = last(change, "change.abandoned");
        WorkEvent ended = merged == null ? abandoned : merged;
        boolean opened = first(change).getOccurredAt().isBefore(done);
        if (opened && (ended == null || ended.getOccurredAt().isAfter(done))) {
            return true;
        }
        boolean red =
                merged != null
                        && runs(merged).stream()
                                .anyMatch(
                                        run ->
                                                run.getType().equals("ci.finished")
                                                        && "failure".equals(run.getResult()));
        return red || last(change, "change.reverted") != null;
    }

    private boolean stuck(String ticket) {
        Instant last = null;
        for (String change : changes(ticket)) {
            if (last(change, "change.abandoned") != null) {
                continue;
            }
            WorkEvent merged = last(change, "change.merged");
            if (merged == null) {
                return false;
            }
            Instant at = merged.getOccurredAt();
            last = last == null || at.isAfter(last) ? at : last;
        }
        if (last == null) {
            return false;
        }
        Instant due = hours(last, 8);
        Instant done = doneAt(ticket);
        return due.isBefore(end) && (done == null || done.isAfter(due));
    }

    private Set<String> changes(String ticket) {
        return changesOfTicket.getOrDefault(ticket, Set.of());
    }

    private WorkEvent first(String change) {
        return eventsOfChange.get(change).get(0);
    }

    private WorkEvent last(String change, String type) {
        return eventsOfChange.get(change).stream()
                .filter(event -> event.getType().equals(type))
                .reduce((before, after) -> after)
                .orElse(null);
    }

    private Instant doneAt(String ticket) {
        WorkEvent done = done(ticket);
        return done == null ? null : done.getOccurredAt();
    }

    private WorkEvent done(String ticket) {
        return dones(ticket).reduce((before, after) -> after).orElse(null);
    }

    private WorkEvent firstDone(String ticket) {
        return dones(ticket).findFirst().orElse(null);
    }

    private java.util.stream.Stream<WorkEvent> dones(String ticket) {
        return eventsOfTicket.get(ticket).stream().filter(event -> is(event, "done"));
    }

    private static boolean is(WorkEvent event, String category) {
        return event.getStateTo() != null && event.getStateTo().getCategory().equals(category);
    }

    /** A person has the same name in both tools. */
    private static String person(WorkEvent event) {
        String account = event.getActor().getAccount();
        return account.substring(account.indexOf(':') + 1);
    }

    private Instant hours(Instant from, int hours) {
        return calendar.after(from, hours * HOUR_MILLIS);
    }
}

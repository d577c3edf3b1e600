package dev.plumbline.tools.aidev;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.tools.github.GithubAccounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A pull request as a change, and the sessions of the agent that worked on it.
 *
 * <p>The instants of merging and closing are those of the table of pull requests where it knows
 * them; the timeline says who did it and which commit came of it. Commits carry no time in the
 * timeline and are left out.
 */
final class PullRequestEvents extends TicketEvents {
    private final String agent;
    private final Instant mergedAt;
    private final AgentSessions sessions = new AgentSessions();

    /**
     * Prepares one pull request.
     *
     * @param agent that wrote it where its author is a person
     */
    PullRequestEvents(Ticket pullRequest, String agent) {
        super(pullRequest, "change");
        this.agent = agent;
        this.mergedAt = pullRequest.mergedAt != null ? pullRequest.mergedAt : lastMerge();
    }

    private Instant lastMerge() {
        return ticket.timeline.stream()
                .filter(row -> row.event().equals("merged"))
                .map(TimelineRow::at)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    @Override
    List<WorkEvent> write() {
        opened();
        assignments(new Assignees(GithubAccounts.account(ticket.author)));
        ticket.timeline.forEach(this::timeline);
        for (Remark remark : ticket.remarks) {
            String verb = remark.verdict() == null ? "commented" : "reviewed";
            Actor actor = GithubAccounts.actor(remark.login());
            add(event(verb, remark.at(), 0, actor, remark.id()).verdict(remark.verdict()));
        }
        ended();
        return events;
    }

    private void opened() {
        Actor author = GithubAccounts.actor(ticket.author);
        if (author != null && author.getKind() == null) {
            author.setAgent(agent);
        }
        EventBuilder opened = event("opened", ticket.createdAt, 0, author, "");
        opened.attribute("draft", openedAsDraft() ? "true" : null);
        ticket.issues.forEach(issue -> opened.link("implements", "work_item", issue));
        add(opened);
    }

    /** What is made ready before it was ever made a draft had been a draft from the start. */
    private boolean openedAsDraft() {
        return ticket.timeline.stream()
                .map(TimelineRow::event)
                .filter(e -> e.equals("ready_for_review") || e.equals("convert_to_draft"))
                .findFirst()
                .filter("ready_for_review"::equals)
                .isPresent();
    }

    private void timeline(TimelineRow row) {
        switch (row.event()) {
            case "ready_for_review" -> add("ready", row);
            case "convert_to_draft" -> add("drafted", row);
            case "review_requested" -> add("review_requested", row);
            case "reopened" -> add("reopened", row);
            case "head_ref_force_pushed" -> add("updated", row);
            case "closed" -> closed(row);
            case "copilot_work_started" -> session("session_started", row, sessions.started());
            case "copilot_work_finished" -> session("claimed_done", row, sessions.ended());
            case "copilot_work_finished_failure" -> session("failed", row, sessions.ended());
            default -> {}
        }
    }

    private void add(String verb, TimelineRow row) {
        add(event(verb, row.at(), row.index(), row.actor()));
    }

    /** GitHub closes what it merges; only the other closings are somebody's decision to give up. */
    private void closed(TimelineRow row) {
        if (!same(row.at(), mergedAt)) {
            add("abandoned", row);
        }
    }

    private void ended() {
        if (mergedAt != null) {
            add(
                    event("merged", mergedAt, last(), whoEnded(mergedAt))
                            .attribute("merge_commit", mergeCommit()));
        } else if (ticket.closedAt != null && !timelineHas("closed", ticket.closedAt)) {
            add(event("abandoned", ticket.closedAt, last(), (String) null));
        }
    }

    private long last() {
        return ticket.timeline.size() + 1L;
    }

    /** What the merge made; null where the timeline was cut before it. */
    private String mergeCommit() {
        return ticket.timeline.stream()
                .filter(row -> row.event().equals("merged") && same(row.at(), mergedAt))
                .map(TimelineRow::commit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String whoEnded(Instant at) {
        return ticket.timeline.stream()
                .filter(row -> row.event().equals("merged") || row.event().equals("closed"))
                .filter(row -> same(row.at(), at))
                .map(TimelineRow::actor)
                .findFirst()
                .orElse(null);
    }

    /** The timeline names the person for whom the agent worked. */
    private void session(String verb, TimelineRow row, int number) {
        String session = ticket.id() + ":session:" + number;
        WorkObject object = EventBuilder.object("agent_session", session);
        Actor actor = GithubAccounts.actor("Copilot");
        actor.setOnBehalfOf(GithubAccounts.account(row.actor()));
        EventBuilder event =
                EventBuilder.of(
                                "github",
                                "agent." + verb,
                                unique(session + ":" + verb),
                                row.at(),
                                object)
                        .sequence(row.index())
                        .container(ticket.container())
                        .actor(actor)
                        .link("implements", "change", ticket.id());
        ticket.issues.forEach(issue -> event.link("implements", "work_item", issue));
        add(event);
    }
}

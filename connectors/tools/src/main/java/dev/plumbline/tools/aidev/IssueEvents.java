package dev.plumbline.tools.aidev;

import dev.plumbline.schema.WorkEvent;
import java.util.List;

/** An issue as a work item: created, assigned, commented, done, reopened. */
final class IssueEvents extends TicketEvents {
    IssueEvents(Ticket issue) {
        super(issue, "work_item");
    }

    @Override
    List<WorkEvent> write() {
        add(event("created", ticket.createdAt, 0, ticket.author));
        assignments(new Assignees(null));
        for (TimelineRow row : ticket.timeline) {
            switch (row.event()) {
                case "closed" -> state(row, "closed", "done");
                case "reopened" -> state(row, "open", "todo");
                case "commented" -> add(event("commented", row.at(), row.index(), row.actor()));
                default -> {}
            }
        }
        if (ticket.closedAt != null && !timelineHas("closed", ticket.closedAt)) {
            add(event("state_changed", ticket.closedAt, 0, null).state("closed", "done"));
        }
        return events;
    }

    private void state(TimelineRow row, String raw, String category) {
        add(event("state_changed", row.at(), row.index(), row.actor()).state(raw, category));
    }
}

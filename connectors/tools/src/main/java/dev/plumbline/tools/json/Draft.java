package dev.plumbline.tools.json;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import java.util.ArrayList;
import java.util.HashMap;

/**
 * An event while its line is being read. The first thing that is wrong is remembered and reading
 * goes on, so that the rejection can name the event.
 */
final class Draft {
    final WorkEvent event = new WorkEvent();
    private RejectedLine problem;

    Draft() {
        event.setOrg("default");
        event.setSequence(0L);
        event.setLinks(new ArrayList<>());
        event.setAttributes(new HashMap<>());
    }

    void problem(RejectedLine found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** The event, or the first thing that is wrong with it. */
    WorkEvent finish() throws RejectedLine {
        WorkObject object = event.getObject();
        require("event_id", event.getEventId());
        require("type", event.getType());
        require("occurred_at", event.getOccurredAt());
        require("source", event.getSource());
        require("object", object);
        if (object != null) {
            require("object.type", object.getType());
            require("object.id", object.getId());
        }
        if (problem != null) {
            throw rejected(problem);
        }
        try {
            KeyLength.check(event);
        } catch (RejectedLine tooLong) {
            throw rejected(tooLong);
        }
        return event;
    }

    private RejectedLine rejected(RejectedLine why) {
        return new RejectedLine(why.reason(), event.getOrg(), event.getEventId());
    }

    private void require(String field, Object value) {
        if (value == null) {
            problem(new RejectedLine("missing_field: " + field + " is required"));
        } else if (value.equals("")) {
            problem(new RejectedLine("missing_field: " + field + " is empty"));
        }
    }
}

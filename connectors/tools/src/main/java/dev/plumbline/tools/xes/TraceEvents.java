package dev.plumbline.tools.xes;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import dev.plumbline.tools.EventSink;
import java.util.List;
import java.util.Objects;

/**
 * One trace as work events. Process logs have no assignments: where the resource of an event, or
 * only its group, differs from the one before, the work was handed over at the instant of the event
 * before. The sequence is the position in the trace times ten, so that a derived handover stands
 * behind its event and before the next one even where their times are equal.
 */
final class TraceEvents {
    private static final int CREATED = 0;
    private static final int ACTIVITY = 1;
    private static final int HANDOVER = 5;

    private final XesOptions options;
    private final StateCategories categories;
    private final EventSink out;

    TraceEvents(XesOptions options, EventSink out) {
        this.options = options;
        this.categories = new StateCategories(options.states());
        this.out = out;
    }

    /** Writes the events of a trace, given in the order of time. */
    void write(String item, List<LogEvent> trace) {
        if (trace.isEmpty()) {
            return;
        }
        LogEvent first = trace.get(0);
        out.event(
                event("work_item.created", item, 0, CREATED, first)
                        .actor(actor(first.resource(), first.group()))
                        .holder(options.account(first.resource()), group(first))
                        .build());
        String resource = first.resource();
        String group = first.group();
        for (int i = 0; i < trace.size(); i++) {
            LogEvent at = trace.get(i);
            String nextGroup = at.group() == null ? group : at.group();
            boolean regrouped = !Objects.equals(nextGroup, group);
            String nextResource = at.resource() == null && !regrouped ? resource : at.resource();
            if (regrouped || !Objects.equals(nextResource, resource)) {
                out.event(
                        event("work_item.assigned", item, i - 1, HANDOVER, trace.get(i - 1))
                                .derived()
                                .actor(actor(resource, group))
                                .holder(options.account(nextResource), options.account(nextGroup))
                                .build());
            }
            resource = nextResource;
            group = nextGroup;
            out.event(activity(item, i, at));
        }
    }

    private WorkEvent activity(String item, int index, LogEvent at) {
        String raw = StateCategories.raw(at.activity(), at.transition());
        String type = raw == null ? "work_item.commented" : "work_item.state_changed";
        EventBuilder event =
                event(type, item, index, ACTIVITY, at)
                        .actor(actor(at.resource(), at.group()))
                        .state(raw, categories.of(at.activity(), at.transition()));
        at.attributes().forEach(event::attribute);
        return event.build();
    }

    private EventBuilder event(String type, String item, int index, int step, LogEvent at) {
        WorkObject object = EventBuilder.object("work_item", item);
        String id = options.source() + ":" + item + ":" + index + ":" + verb(type);
        return EventBuilder.of(options.source(), type, id, at.at(), object)
                .sequence(index * 10L + step)
                .container(options.container());
    }

    private static String verb(String type) {
        return type.substring(type.indexOf('.') + 1);
    }

    private String group(LogEvent at) {
        return options.account(at.group());
    }

    /** Where the log names a team but nobody of it, somebody unknown acts for the team. */
    private Actor actor(String resource, String group) {
        if (resource == null && group == null) {
            return null;
        }
        String kind = resource == null ? "unknown" : null;
        String account = options.account(resource == null ? "unknown" : resource);
        return new Actor(account, kind, options.account(group), null, null);
    }
}

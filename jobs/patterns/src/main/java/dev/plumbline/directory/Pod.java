package dev.plumbline.directory;

import dev.plumbline.time.WorkCalendar;
import java.util.List;

/**
 * A pod as the directory lists it.
 *
 * @param containers projects and repositories it owns
 * @param groups teams and queues it owns
 * @param calendar its own calendar, null where it keeps the organisation's
 */
public record Pod(
        String id,
        List<Member> members,
        List<String> containers,
        List<String> groups,
        WorkCalendar calendar) {
    public Pod {
        members = List.copyOf(members);
        containers = List.copyOf(containers);
        groups = List.copyOf(groups);
    }
}

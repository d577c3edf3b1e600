package dev.plumbline.streaming.link;

import dev.plumbline.work.Link;
import java.util.ArrayList;
import java.util.List;

/**
 * The items an object passes its work on to.
 *
 * @param items each once, in the order they became known
 * @param forgetAtMillis event time at which they are forgotten if the object stays silent
 * @param wakeAtMillis event time of the forget timer that is set, never after that
 */
public record Linked(List<Link> items, long forgetAtMillis, long wakeAtMillis) {

    private static final long NOT_SET = Long.MIN_VALUE;

    static final Linked NONE = new Linked(List.of(), Long.MAX_VALUE, NOT_SET);

    /** What is known after an event that names these links; all else is forgotten if it is due. */
    Linked after(List<Link> links, long atMillis, long forgetAfterMillis) {
        List<Link> all = new ArrayList<>(atMillis >= forgetAtMillis ? List.of() : items);
        for (Link link : links) {
            if (link.carriesWork() && !knows(all, link)) {
                all.add(link);
            }
        }
        return new Linked(List.copyOf(all), atMillis + forgetAfterMillis, wakeAtMillis);
    }

    Linked wakingAt(long atMillis) {
        return new Linked(items, forgetAtMillis, atMillis);
    }

    private static boolean knows(List<Link> known, Link link) {
        return known.stream()
                .anyMatch(item -> item.type() == link.type() && item.id().equals(link.id()));
    }
}

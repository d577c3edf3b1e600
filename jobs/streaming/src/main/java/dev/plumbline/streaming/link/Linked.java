package dev.plumbline.streaming.link;

import dev.plumbline.work.Link;
import java.util.ArrayList;
import java.util.List;

/**
 * The items an object passes its work on to.
 *
 * @param items each once, in the order they became known
 * @param lastEventMillis event time of the last event of the object
 * @param sleepsUntil event time of the forget timer that is set
 */
public record Linked(List<Link> items, long lastEventMillis, long sleepsUntil) {

    static final Linked NONE = new Linked(List.of(), Long.MIN_VALUE, Long.MIN_VALUE);

    Linked learn(List<Link> links) {
        List<Link> all = null;
        for (Link link : links) {
            if (!link.carriesWork() || knows(all == null ? items : all, link)) {
                continue;
            }
            all = all == null ? new ArrayList<>(items) : all;
            all.add(link);
        }
        return all == null ? this : new Linked(all, lastEventMillis, sleepsUntil);
    }

    Linked touched(long atMillis) {
        return new Linked(items, Math.max(lastEventMillis, atMillis), sleepsUntil);
    }

    Linked sleepingUntil(long atMillis) {
        return new Linked(items, lastEventMillis, atMillis);
    }

    private static boolean knows(List<Link> known, Link link) {
        return known.stream()
                .anyMatch(item -> item.type() == link.type() && item.id().equals(link.id()));
    }
}

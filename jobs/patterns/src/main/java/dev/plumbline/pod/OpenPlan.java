package dev.plumbline.pod;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A plan as its pod knows it.
 *
 * @param startedAt null while it has not started: what is put into it is kept
 * @param touchedAt last change of it, to forget one that nobody ever closes
 * @param items what is in it, by type and id of the item
 */
public record OpenPlan(Instant startedAt, Instant touchedAt, Map<String, WorkCategory> items) {

    static OpenPlan touched(OpenPlan known, Instant at) {
        return known == null
                ? new OpenPlan(null, at, new HashMap<>())
                : new OpenPlan(known.startedAt(), at, known.items());
    }

    OpenPlan started(Instant at) {
        return new OpenPlan(at, touchedAt, items);
    }

    boolean isOpenAt(Instant at) {
        return startedAt != null && !startedAt.isAfter(at);
    }
}

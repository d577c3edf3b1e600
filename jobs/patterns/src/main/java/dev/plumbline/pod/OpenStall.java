package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.time.Instant;

/**
 * A stall, as its pod counts it.
 *
 * @param item type and id of the item that is silent
 * @param since when it passed its threshold
 * @param until when it ended; null while it lasts
 * @param elapsed it lasts by the clock on the wall, not in working time
 */
public record OpenStall(
        String item,
        Instant since,
        Instant until,
        ActorKind actorKind,
        String account,
        boolean elapsed) {

    OpenStall ended(Instant at) {
        return new OpenStall(item, since, at, actorKind, account, elapsed);
    }
}

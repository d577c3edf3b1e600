package dev.plumbline.pod;

import dev.plumbline.drift.Stratum;
import dev.plumbline.work.ActorKind;
import java.time.Instant;

/**
 * A handoff or an item in progress that is not over, as drift sees it.
 *
 * @param item type and id of the item
 * @param since when the handoff opened or the item started
 * @param actorKind whose clock it waits on; null where nobody's
 * @param stratum what explains a part of how long it waits
 */
public record WaitingEpisode(String item, Instant since, ActorKind actorKind, Stratum stratum) {}

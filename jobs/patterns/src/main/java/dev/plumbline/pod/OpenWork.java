package dev.plumbline.pod;

import dev.plumbline.work.ActorKind;
import java.time.Instant;

/**
 * A handoff that waits or an item in progress, as a gauge sees it.
 *
 * @param since when the handoff opened or the item started
 */
public record OpenWork(Instant since, ActorKind actorKind, String account) {}

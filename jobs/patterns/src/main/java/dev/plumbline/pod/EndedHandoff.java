package dev.plumbline.pod;

import dev.plumbline.handoff.HandoffOutcome;
import dev.plumbline.work.ActorKind;

/** A handoff that ended in the window. */
public record EndedHandoff(
        HandoffOutcome outcome,
        boolean pull,
        long effectiveSeconds,
        ActorKind actorKind,
        String account) {}

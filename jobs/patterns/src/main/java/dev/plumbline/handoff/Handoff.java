package dev.plumbline.handoff;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.time.Instant;

/**
 * One handoff, as far as it is known: the row that is published.
 *
 * @param endedAt null while open
 * @param pickedUpBy who worked first, or took it; null where nobody did
 * @param toKind kind of the receiver; for a group or any reviewer the kind of whoever picked up,
 *     null before
 * @param toKindSource the rule that said {@code toKind}; null where that is null
 * @param elapsedSeconds wall-clock seconds from opening to end, null while open
 * @param workingSeconds the part of it inside the receiving pod's working hours
 * @param effectiveSeconds the one that counts for the receiver: people live on working time, agents
 *     and services on elapsed time
 */
public record Handoff(
        String id,
        HandoffKind kind,
        boolean pull,
        Party from,
        String fromGroup,
        String fromPod,
        String toAccount,
        ActorKind toKind,
        String toKindSource,
        String toGroup,
        String toPod,
        Instant openedAt,
        String openedByEvent,
        HandoffOutcome outcome,
        Instant endedAt,
        String endedByEvent,
        Party pickedUpBy,
        Long elapsedSeconds,
        Long workingSeconds,
        Long effectiveSeconds) {

    static Handoff stillOpen(OpenHandoff open) {
        return of(open, open.to(), HandoffOutcome.OPEN, null, null, null, null, null, null);
    }

    static Handoff ended(
            OpenHandoff open,
            HandoffOutcome outcome,
            Instant at,
            String byEvent,
            Party pickedUpBy,
            WorkCalendar calendar) {
        Party receiver = open.to() != null ? open.to() : pickedUpBy;
        ActorKind toKind = Party.kindOf(receiver);
        long elapsed = Duration.between(open.openedAt(), at).toSeconds();
        long working = calendar.workingSeconds(open.openedAt(), at);
        long effective = toKind != null && toKind.livesOnElapsedTime() ? elapsed : working;
        return of(open, receiver, outcome, at, byEvent, pickedUpBy, elapsed, working, effective);
    }

    private static Handoff of(
            OpenHandoff open,
            Party receiver,
            HandoffOutcome outcome,
            Instant endedAt,
            String endedByEvent,
            Party pickedUpBy,
            Long elapsed,
            Long working,
            Long effective) {
        return new Handoff(
                open.id(),
                open.kind(),
                open.pull(),
                open.from(),
                open.fromGroup(),
                open.fromPod(),
                Party.accountOf(open.to()),
                Party.kindOf(receiver),
                Party.kindSourceOf(receiver),
                open.toGroup(),
                open.toPod(),
                open.openedAt(),
                open.openedByEvent(),
                outcome,
                endedAt,
                endedByEvent,
                pickedUpBy,
                elapsed,
                working,
                effective);
    }
}

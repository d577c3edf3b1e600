package dev.plumbline.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One immutable fact from a work tool, in the words of the domain: types resolved, state categories
 * mapped, actors told apart.
 *
 * @param org tenant
 * @param id from the fact's natural key: the same fact has the same id by every route
 * @param occurredAt event time, what all metrics use
 * @param sequence the source's own order among events of one instant
 * @param source the tool
 * @param container project, repository or queue; may be null
 * @param workType bug, feature ...; may be null
 * @param links what the object refers to; never null
 * @param actor who acted; may be null
 * @param actorGroup the team the actor acts for, where the tool says so
 * @param actorFor the person an agent acts for, where the tool says so; may be null
 * @param ownerTo who holds the item from now on, or the reviewer asked
 * @param stateFrom category before, where the event says so
 * @param stateTo category from now on, null where the event changes none or its meaning is unknown
 * @param stateRaw the tool's own word for {@code stateTo}
 * @param draft a change that does not ask for review yet
 * @param result of a check, a test or a deployment that finished, else null
 * @param environment of a deployment; may be null
 * @param epic what the item is a part of, where the tool says so
 * @param waived kinds of findings somebody said not to expect on the item, separated by commas
 * @param unplanned a deployment made to repair an earlier one
 */
public record WorkEvent(
        String org,
        String id,
        EventType type,
        Instant occurredAt,
        long sequence,
        String source,
        String container,
        ObjectType objectType,
        String objectId,
        String workType,
        List<Link> links,
        Party actor,
        String actorGroup,
        String actorFor,
        Party ownerFrom,
        Party ownerTo,
        String groupFrom,
        String groupTo,
        StateCategory stateFrom,
        StateCategory stateTo,
        String stateRaw,
        Verdict verdict,
        boolean draft,
        Result result,
        String environment,
        String epic,
        String waived,
        boolean unplanned) {

    /**
     * The order in which the events of an object are folded, whatever order they arrived in. Where
     * two routes tell one fact in different words the content decides, so that the same one is
     * first, and counts, whichever came first.
     */
    public static final Comparator<WorkEvent> FOLD_ORDER =
            Comparator.comparing(WorkEvent::occurredAt)
                    .thenComparingLong(WorkEvent::sequence)
                    .thenComparing(WorkEvent::id)
                    .thenComparing(WorkEvent::toString);

    /** A sign of work: productive by its type and not done by a service. */
    public boolean isWork() {
        return type.productive() && actor != null && actor.kind() != ActorKind.SERVICE;
    }

    /** The same event, in the container known for its object where the event names none. */
    public WorkEvent inContainer(String known) {
        if (container != null || known == null) {
            return this;
        }
        return new WorkEvent(
                org,
                id,
                type,
                occurredAt,
                sequence,
                source,
                known,
                objectType,
                objectId,
                workType,
                links,
                actor,
                actorGroup,
                actorFor,
                ownerFrom,
                ownerTo,
                groupFrom,
                groupTo,
                stateFrom,
                stateTo,
                stateRaw,
                verdict,
                draft,
                result,
                environment,
                epic,
                waived,
                unplanned);
    }
}

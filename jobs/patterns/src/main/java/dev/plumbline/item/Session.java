package dev.plumbline.item;

import dev.plumbline.stall.Watch;
import dev.plumbline.work.ObjectType;
import dev.plumbline.work.Party;
import dev.plumbline.work.StateCategory;
import java.time.Instant;

/**
 * A session of an agent: no item, nobody hands it on, but it can fall silent. Forgotten when it has
 * been silent for so long that nothing of it will come any more, ended or not.
 *
 * @param container last one named; may be null
 * @param agent who works in it; null before any event told
 * @param state active while it works, waiting while it asks for input, done or cancelled when it
 *     ended; null before
 * @param lastEventAt null before
 * @param step events folded
 * @param watch null while it is not expected to move
 */
public record Session(
        String org,
        String id,
        String container,
        Party agent,
        StateCategory state,
        Instant lastEventAt,
        long step,
        Watch watch,
        SeenEvents seen) {

    /** Before its first event. */
    public static Session starting(String org, String id) {
        return new Session(org, id, null, null, null, null, 0, null, SeenEvents.NONE);
    }

    /** Type and id. */
    String key() {
        return ObjectType.AGENT_SESSION.word() + ':' + id;
    }

    Session with(Watch next) {
        return new Session(org, id, container, agent, state, lastEventAt, step, next, seen);
    }
}

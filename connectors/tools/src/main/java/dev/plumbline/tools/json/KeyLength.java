package dev.plumbline.tools.json;

import dev.plumbline.schema.Actor;
import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import java.nio.charset.StandardCharsets;

/**
 * How long a text may be that becomes part of a key. A row of PostgreSQL's index holds 2,704 bytes;
 * an organisation, an id and a few words of ours always fit. Without a limit here one event could
 * stop the job that stores it, again after each restart.
 */
public final class KeyLength {
    private static final int ORGANISATION_BYTES = 200;
    private static final int ID_BYTES = 1_000;
    private static final int GROUP_BYTES = 500;
    private static final int BYTES_PER_CHAR = 3;

    private KeyLength() {}

    /** Whether this text can stand for an organisation in a key. */
    public static boolean fitsOrganisation(String org) {
        return org != null && fits(org, ORGANISATION_BYTES);
    }

    static void check(WorkEvent event) throws RejectedLine {
        check("org", event.getOrg(), ORGANISATION_BYTES);
        check("event_id", event.getEventId(), ID_BYTES);
        check("object.id", event.getObject().getId(), ID_BYTES);
        check("container", event.getContainer(), GROUP_BYTES);
        check("group_from", event.getGroupFrom(), GROUP_BYTES);
        check("group_to", event.getGroupTo(), GROUP_BYTES);
        Actor actor = event.getActor();
        check("actor.group", actor == null ? null : actor.getGroup(), GROUP_BYTES);
        for (Link link : event.getLinks()) {
            check("links.id", link.getId(), ID_BYTES);
        }
    }

    private static void check(String field, String text, int limit) throws RejectedLine {
        if (text != null && !fits(text, limit)) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            throw new RejectedLine(
                    String.format(
                            "too_long: %s has %,d bytes, the limit is %,d", field, bytes, limit));
        }
    }

    private static boolean fits(String text, int limit) {
        return text.length() * BYTES_PER_CHAR <= limit
                || text.getBytes(StandardCharsets.UTF_8).length <= limit;
    }
}

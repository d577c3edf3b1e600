package dev.plumbline.verification;

import java.time.Instant;

/**
 * A commit until it is known to belong to a work item or a change. Forgotten when it does, and with
 * the link stage's memory of the commit otherwise.
 *
 * @param event the push
 * @param pushedAt when it was pushed
 * @param due when its grace is over: a link at that instant is still in time
 * @param expectsLink a person or an agent pushed it: it would belong to something. Services
 *     (builds, dependency bots) push what nobody asks for
 * @param settled it belongs to something, or nothing is expected of it: nothing is left to decide
 * @param open its finding; null for none
 */
public record CommitWatch(
        String id,
        String container,
        String event,
        Instant pushedAt,
        Instant due,
        boolean expectsLink,
        boolean settled,
        Finding open) {}

package dev.plumbline.verification;

import java.time.Instant;

/**
 * Somebody who has worked on the item, or on what is linked to it, since it is active.
 *
 * @param firstAt when for the first time
 */
public record Worker(String account, Instant firstAt, String firstEvent) {}

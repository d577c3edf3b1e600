package dev.plumbline.tools.aidev;

import java.time.Instant;

/**
 * A review or a comment, without its words.
 *
 * @param verdict of a review in the contract's words, null for a comment
 */
record Remark(String id, String login, Instant at, String verdict) {}

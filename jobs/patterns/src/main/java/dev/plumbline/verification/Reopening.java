package dev.plumbline.verification;

/**
 * A reopening soon after done that nothing has mended yet.
 *
 * @param claimEvent the claim it takes back
 * @param event the reopening
 */
public record Reopening(String claimEvent, String event) {}

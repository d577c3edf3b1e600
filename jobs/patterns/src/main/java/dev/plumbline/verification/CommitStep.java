package dev.plumbline.verification;

/**
 * What an event, or the passing of time, did to a commit.
 *
 * @param finding opened or ended; null for none
 */
public record CommitStep(CommitWatch next, Finding finding) {}

package dev.plumbline.verification;

import java.time.Instant;

/**
 * An open finding that is not told, as stray work may be what its item misses.
 *
 * @param since when work on its item began: up to the finding's opening stray work may be its own
 */
public record Withheld(Finding finding, Instant since) {

    boolean mayMiss(Instant stray) {
        return !stray.isBefore(since) && !stray.isAfter(finding.openedAt());
    }
}

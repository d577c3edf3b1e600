package dev.plumbline.streaming.link;

import dev.plumbline.verification.CommitWatch;
import dev.plumbline.work.Party;
import java.time.Instant;

/**
 * A commit, to tell whether it belongs to anything.
 *
 * @param pod of its author when it was pushed
 * @param author may be null
 * @param watch null until its push is known
 * @param judged its pod has counted it, or counts its change instead
 * @param forgetAt when it is forgotten if nothing more happens
 */
public record CommitMemory(
        String pod, Party author, CommitWatch watch, boolean judged, Instant forgetAt) {

    /**
     * A link was told before the push.
     *
     * @param ofChange one of them to a change
     */
    static CommitMemory linkedBefore(boolean ofChange, Instant forgetAt) {
        return new CommitMemory(null, null, null, ofChange, forgetAt);
    }

    CommitMemory with(CommitWatch next, boolean isJudged) {
        return new CommitMemory(pod, author, next, isJudged, forgetAt);
    }
}

package dev.plumbline.tools.aidev;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Numbers the sessions of an agent on one pull request. A timeline tells that a session started or
 * ended, not which; an end belongs to the one started last that still runs. An older one that runs
 * when the next is started has usually been given up: people start anew what went silent.
 */
final class AgentSessions {
    private final Deque<Integer> running = new ArrayDeque<>();
    private int count;

    /** The number of a session that starts. */
    int started() {
        running.push(++count);
        return count;
    }

    /** The number of the session that ends; where none runs, one whose start is not known. */
    int ended() {
        return running.isEmpty() ? ++count : running.pop();
    }
}

package dev.plumbline.tools.aidev;

import dev.plumbline.tools.github.GithubAccounts;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who has the ball where GitHub allows several assignees. The author of a pull request keeps it
 * while nobody else is assigned alone; otherwise the first assignee keeps it until taken off. An
 * agent that is added takes it over: that is how GitHub delegates.
 */
final class Assignees {
    private final String author;
    private final Set<String> assigned = new LinkedHashSet<>();
    private String owner;
    private String addedAgent;

    /** Starts with the author of a pull request, or null for an issue that nobody holds. */
    Assignees(String author) {
        this.author = author;
        this.owner = author;
    }

    void add(String login) {
        assigned.add(GithubAccounts.account(login));
        if (GithubAccounts.isAgent(login)) {
            addedAgent = GithubAccounts.account(login);
        }
    }

    void remove(String login) {
        assigned.remove(GithubAccounts.account(login));
    }

    /**
     * Decides who has the ball after the changes of one moment; true where that is somebody else.
     */
    boolean settle() {
        String before = owner;
        owner = decide();
        addedAgent = null;
        return !Objects.equals(before, owner);
    }

    private String decide() {
        if (assigned.isEmpty() || (author != null && assigned.contains(author))) {
            return author;
        }
        if (addedAgent != null && assigned.contains(addedAgent)) {
            return addedAgent;
        }
        return assigned.contains(owner) ? owner : assigned.iterator().next();
    }

    /** The account that has the ball, or null. */
    String owner() {
        return owner;
    }
}

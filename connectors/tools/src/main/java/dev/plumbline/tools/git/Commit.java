package dev.plumbline.tools.git;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a commit: who, when and what it refers to, never what it says.
 *
 * @param changeId of the review tool (Gerrit), or null
 * @param pullRequest number at the end of the subject as squash merges write it, or null
 * @param ticketKeys in the subject, such as PAY-12
 * @param reverts commits that this one takes back
 * @param merge whether it has more than one parent
 */
public record Commit(
        String sha,
        Person author,
        Instant authoredAt,
        Person committer,
        Instant committedAt,
        String changeId,
        String pullRequest,
        List<String> ticketKeys,
        List<Trailer> trailers,
        List<String> reverts,
        boolean merge) {

    List<Person> named(String trailerKey) {
        return trailers.stream()
                .filter(trailer -> trailer.key().equals(trailerKey))
                .map(Trailer::person)
                .distinct()
                .toList();
    }

    /**
     * Whether somebody other than the author let it in: a review tool, a reviewer or a committer.
     */
    boolean reviewed() {
        boolean gate = !committer.isWebButton() && !committer.sameAccount(author);
        return changeId != null || gate || !named("reviewed-by").isEmpty();
    }

    /** The agents that had a hand in it besides its author, in the order they are named. */
    List<String> agents() {
        return trailers.stream().map(Commit::agent).filter(a -> a != null).distinct().toList();
    }

    private static String agent(Trailer trailer) {
        return switch (trailer.key()) {
            case "co-authored-by" -> KnownAgents.of(trailer.person());
            case "assisted-by", "generated-by", "generated-with" -> {
                String byAddress = KnownAgents.of(trailer.person());
                String name = trailer.person().name();
                yield byAddress != null || name == null ? byAddress : KnownAgents.mentionedIn(name);
            }
            default -> null;
        };
    }
}

package dev.plumbline.tools.git;

import dev.plumbline.schema.Actor;
import dev.plumbline.tools.github.GithubAccounts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody named in a commit.
 *
 * @param name as written, or null; decides what kind somebody is and never leaves the converter,
 *     except for agents and services
 * @param email lower case, or null; or whatever else identifies the account in the history
 */
public record Person(String name, String email) {
    private static final Pattern GITHUB =
            Pattern.compile("(?:[0-9]+\\+)?([^+@]+)@users\\.noreply\\.github\\.com");

    /** The one who commits when somebody presses the button on the web page: nobody. */
    boolean isWebButton() {
        return "noreply@github.com".equals(email);
    }

    /**
     * The account: the e-mail address, or the name where there is no address. A machine that signs
     * with GitHub's address for its login is the account it has there: one agent, whatever number
     * GitHub puts before its name.
     */
    String account() {
        if (email != null && kind() != null) {
            Matcher login = GITHUB.matcher(email);
            if (login.matches()) {
                return GithubAccounts.account(login.group(1));
            }
        }
        return "git:" + (email == null ? name : email);
    }

    /** Agent, service, or null where only the directory can know. */
    String kind() {
        if (KnownAgents.of(this) != null) {
            return "agent";
        }
        return KnownServices.isService(this) ? "service" : null;
    }

    /** The person as the actor of an event; null for the web button. */
    Actor actor() {
        return isWebButton() ? null : new Actor(account(), kind(), null, null, null);
    }

    boolean sameAccount(Person other) {
        return account().equals(other.account());
    }
}

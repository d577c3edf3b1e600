package dev.plumbline.tools.git;

import dev.plumbline.schema.Actor;

/**
 * Somebody named in a commit.
 *
 * @param name as written, or null; decides what kind somebody is and never leaves the converter,
 *     except for agents and services
 * @param email lower case, or null; or whatever else identifies the account in the history
 */
public record Person(String name, String email) {
    /** The one who commits when somebody presses the button on the web page: nobody. */
    boolean isWebButton() {
        return "noreply@github.com".equals(email);
    }

    /** The account: the e-mail address, or the name where there is no address. */
    String account() {
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

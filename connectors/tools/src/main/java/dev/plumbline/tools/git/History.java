package dev.plumbline.tools.git;

/**
 * Names of things in one history.
 *
 * @param name of the repository, owner/name where it is known
 * @param forge the tool that keeps it, such as github, where it is known; else null
 * @param tickets the tool whose keys stand in the subjects
 */
public record History(String name, String forge, String tickets) {
    /** The history of a repository whose forge is not known; ticket keys are Jira's. */
    public static History of(String name) {
        return new History(name, null, "jira");
    }

    String container() {
        return "git:" + name;
    }

    String ticket(String key) {
        return tickets + ":" + key;
    }

    /** The pull request's id as the forge's own connector names it, or null. */
    String pullRequest(String number) {
        return forge == null || number == null ? null : forge + ":" + name + "#" + number;
    }
}

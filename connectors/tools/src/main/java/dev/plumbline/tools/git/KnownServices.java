package dev.plumbline.tools.git;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Machines that sign commits and reviews: build servers and bots, told by what they call
 * themselves.
 */
final class KnownServices {
    private static final Pattern NAME =
            Pattern.compile("(^|[^a-z])(jenkins|bot|ci|buildbot|gerrit|travis|zuul)([^a-z]|$)");

    private KnownServices() {}

    static boolean isService(Person person) {
        String email = person.email() == null ? "" : person.email().toLowerCase(Locale.ROOT);
        String name = person.name() == null ? "" : person.name().toLowerCase(Locale.ROOT);
        return person.isWebButton()
                || email.contains("[bot]@")
                || name.equals("github-actions")
                || NAME.matcher(name).find();
    }
}

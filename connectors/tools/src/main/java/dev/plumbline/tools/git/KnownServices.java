package dev.plumbline.tools.git;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Machines that sign commits and reviews: build servers and bots, told by what they call
 * themselves.
 */
final class KnownServices {
    private static final Pattern NAME =
            Pattern.compile("(^|[^a-z])(jenkins|bot|ci|buildbot|gerrit|travis|zuul)([^a-z]|$)");

    /** MerlinBot and DotnetBot, but neither Abbot nor Talbot. */
    private static final Pattern CAMEL_CASE_BOT = Pattern.compile("[a-z0-9]Bot$");

    private static final Set<String> NAMES = Set.of("github-actions", "dependabot", "renovate");

    private KnownServices() {}

    static boolean isService(Person person) {
        String email = person.email() == null ? "" : person.email().toLowerCase(Locale.ROOT);
        String name = person.name() == null ? "" : person.name().toLowerCase(Locale.ROOT);
        return person.isWebButton()
                || email.contains("[bot]@")
                || NAMES.contains(name)
                || (person.name() != null && CAMEL_CASE_BOT.matcher(person.name()).find())
                || NAME.matcher(name).find();
    }
}

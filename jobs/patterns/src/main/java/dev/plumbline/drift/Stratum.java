package dev.plumbline.drift;

/**
 * What kind of work an episode belongs to, as far as that explains how long it lasts.
 *
 * @param workType such as bug; "unknown" where nobody says
 * @param size class, such as S; "unknown" where nobody says
 * @param weekday it began on, 1 for Monday
 */
public record Stratum(String workType, String size, int weekday) {

    private static final String SEPARATOR = "\u001f";

    /** The key of what is counted of it. */
    String key() {
        return workType + SEPARATOR + size + SEPARATOR + weekday;
    }

    static Stratum of(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        return new Stratum(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}

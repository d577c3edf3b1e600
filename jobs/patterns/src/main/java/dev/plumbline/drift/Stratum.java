package dev.plumbline.drift;

import java.util.Locale;

/**
 * What kind of work an episode belongs to, as far as that explains how long it lasts.
 *
 * @param workType such as bug; "unknown" where nobody says
 * @param size class, such as S; "unknown" where nobody says
 * @param weekday it began on, 1 for Monday; 0 where that is not known
 */
public record Stratum(String workType, String size, int weekday) {

    /** Of a type or size that nobody tells. */
    public static final String UNKNOWN = "unknown";

    /** Nothing is known of the episode. */
    public static final Stratum NONE = new Stratum(UNKNOWN, UNKNOWN, 0);

    private static final int LONGEST = 12;
    private static final String SEPARATOR = "\u001f";

    /**
     * With plain words: the same type is spelled in many ways, and it is remembered often.
     *
     * @param workType null where nobody says, as the size
     */
    public static Stratum of(String workType, String size, int weekday) {
        return new Stratum(plain(workType), plain(size), weekday);
    }

    private static String plain(String word) {
        if (word == null || word.isBlank()) {
            return UNKNOWN;
        }
        String lower = word.strip().toLowerCase(Locale.ROOT);
        return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
    }

    /** Type and size; short, as a size is seldom told. */
    String kind() {
        return size.equals(UNKNOWN) ? workType : workType + SEPARATOR + size;
    }

    /** The key of what is counted of it. */
    String key() {
        return workType + SEPARATOR + size + SEPARATOR + weekday;
    }

    static Stratum of(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        return new Stratum(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    /** Of that {@link #kind}. */
    static Stratum of(String kind, int weekday) {
        int end = kind.indexOf(SEPARATOR);
        return end < 0
                ? new Stratum(kind, UNKNOWN, weekday)
                : new Stratum(kind.substring(0, end), kind.substring(end + 1), weekday);
    }
}

package dev.plumbline.tools.json;

/** Java strings may hold half of a surrogate pair, UTF-8 and databases may not. */
final class Surrogates {
    private Surrogates() {}

    /** Whether the character at {@code i} is half of a pair whose other half is missing. */
    static boolean loneAt(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}

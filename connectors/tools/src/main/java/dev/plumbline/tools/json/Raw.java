package dev.plumbline.tools.json;

import java.nio.charset.StandardCharsets;

/** What arrived, made storable: control characters escaped, broken UTF-8 as U+FFFD. */
final class Raw {
    /** At most so many characters of what arrived are kept. */
    static final int LIMIT_CHARACTERS = 2_000;

    /** A character takes at most so many bytes, so the head of a line is enough to show. */
    static final int LIMIT_BYTES = LIMIT_CHARACTERS * 4;

    private Raw() {}

    /** The first 2,000 characters of these bytes. */
    static String of(byte[] bytes, int offset, int length) {
        int shown = Math.min(length, LIMIT_BYTES);
        return of(new String(bytes, offset, shown, StandardCharsets.UTF_8));
    }

    /** The first 2,000 characters of this text. */
    static String of(String text) {
        String visible = visible(text);
        if (visible.length() <= LIMIT_CHARACTERS) {
            return visible;
        }
        boolean splitsPair = Character.isHighSurrogate(visible.charAt(LIMIT_CHARACTERS - 1));
        return visible.substring(0, splitsPair ? LIMIT_CHARACTERS - 1 : LIMIT_CHARACTERS);
    }

    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) && Surrogates.loneAt(text, i)) {
                shown.append('\uFFFD');
            } else if (c < ' ' && c != '\t') {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}

package dev.plumbline.tools.json;

/** Foreign text inside a one-line reason: short, on one line, without control characters. */
public final class Quote {
    private static final int VALUE_LIMIT = 60;
    private static final int SENTENCE_LIMIT = 200;

    private Quote() {}

    /** The value in quotation marks. */
    public static String of(String value) {
        return '"' + plain(value) + '"';
    }

    /** The value without quotation marks. */
    public static String plain(String value) {
        return cut(value, VALUE_LIMIT);
    }

    /** What another library said, on one line. */
    public static String sentence(String value) {
        return cut(value, SENTENCE_LIMIT);
    }

    private static String cut(String value, int limit) {
        String visible = Raw.visible(value.length() > limit ? value.substring(0, limit) : value);
        return value.length() > limit ? visible + "…" : visible;
    }
}

package dev.plumbline.directory;

import java.io.Serializable;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An account by name or by a pattern in which {@code *} stands for anything. Upper and lower case
 * differ, as they do in the ids of several tools.
 */
public final class AccountRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;

    /** Null for an account by name. */
    private final Pattern pattern;

    private AccountRule(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    public static AccountRule account(String account) {
        return new AccountRule(account, null);
    }

    public static AccountRule pattern(String glob) {
        String regex =
                Arrays.stream(glob.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return new AccountRule(glob, Pattern.compile(regex, Pattern.DOTALL));
    }

    public String text() {
        return text;
    }

    public boolean isPattern() {
        return pattern != null;
    }

    boolean matches(String account) {
        return pattern == null ? text.equals(account) : pattern.matcher(account).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccountRule rule
                && text.equals(rule.text)
                && isPattern() == rule.isPattern();
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

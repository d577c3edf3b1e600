package dev.plumbline.privacy;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What arrived and was no work event, made fit to be kept: accounts in the fields of the contract
 * become pseudonyms, also in a line that breaks off. Text that is no JSON has no fields and stays
 * as it came.
 */
public final class RawText {
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "(\"(?:account|on_behalf_of|owner_from|owner_to)\"\\s*:\\s*\")"
                            + "((?:[^\"\\\\]|\\\\.)*+)");

    private RawText() {}

    /** The text with a pseudonym for every account named in it. */
    public static String pseudonymised(String raw, UnaryOperator<String> pseudonym) {
        Matcher accounts = ACCOUNT.matcher(raw);
        return accounts.replaceAll(
                found ->
                        Matcher.quoteReplacement(found.group(1) + pseudonym.apply(found.group(2))));
    }
}

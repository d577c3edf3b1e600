package dev.plumbline.standalone.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Formats that can be converted into events. */
enum Format {
    CSV,
    XES,
    GIT,
    GIT_HISTORY,
    AIDEV;

    /** The word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Formats that the contract names and a later version will read. */
    private static final Set<String> TO_COME =
            Set.of("github", "gitlab", "bitbucket", "jira", "linear", "cdevents");

    static List<String> words() {
        return Arrays.stream(values()).map(Format::word).toList();
    }

    /** The format of a word on the command line. */
    static final class Converter implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return Arrays.stream(values())
                    .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> unknown(word));
        }

        private static TypeConversionException unknown(String word) {
            if (TO_COME.contains(word.toLowerCase(Locale.ROOT))) {
                return new TypeConversionException(
                        "format '%s' is not in this version. There are: %s."
                                .formatted(word, String.join(", ", words())));
            }
            return new TypeConversionException(
                    "unknown format '" + word + "'. " + Suggestion.of(word, words()));
        }
    }
}

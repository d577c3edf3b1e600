package dev.plumbline.standalone.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "unknown format '"
                                                    + word
                                                    + "'. "
                                                    + Suggestion.of(word, words())));
        }
    }
}

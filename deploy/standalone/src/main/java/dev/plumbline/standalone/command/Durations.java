package dev.plumbline.standalone.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line: {@code 30s}, {@code 15m}, {@code 2h}. */
final class Durations implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse("PT" + text.replace(" ", "").toUpperCase(Locale.ROOT));
        } catch (DateTimeException noDuration) {
            throw new TypeConversionException(
                    "'" + text + "' is no duration. Write 30s, 15m or 2h");
        }
    }
}

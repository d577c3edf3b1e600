package dev.plumbline.tools.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * How a table is written.
 *
 * @param escape before a quote inside a value; null where quotes are doubled
 * @param nothing values that mean no value, besides the empty one
 */
public record CsvDialect(
        char delimiter, char quote, Character escape, Charset encoding, Set<String> nothing) {
    /** Commas, double quotes that are doubled inside, UTF-8: RFC 4180. */
    public static final CsvDialect STANDARD =
            new CsvDialect(',', '"', null, StandardCharsets.UTF_8, Set.of());

    public CsvDialect {
        nothing = Set.copyOf(nothing);
    }

    CSVFormat format() {
        CSVFormat.Builder format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setQuote(quote)
                        .setHeader()
                        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                        .setSkipHeaderRecord(true)
                        .setIgnoreEmptyLines(true)
                        .setAllowMissingColumnNames(true);
        return (escape == null ? format : format.setEscape(escape)).get();
    }
}

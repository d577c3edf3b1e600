package dev.plumbline.tools.csv;

import dev.plumbline.tools.json.RejectedLine;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a table.
 *
 * @param number of the row, from 1, without the header
 */
public record Row(long number, CSVRecord cells, Set<String> nothing) {
    /**
     * The value in a column, or null where it has none.
     *
     * @throws RejectedLine where the row is too short, or the value cannot be stored
     */
    public String get(String column) throws RejectedLine {
        if (!cells.isSet(column)) {
            throw new RejectedLine("missing_column: the row ends before column " + column);
        }
        String value = cells.get(column).strip();
        if (value.indexOf('\0') >= 0) {
            throw new RejectedLine("nul_character: column " + column + " holds a NUL");
        }
        if (value.indexOf('\uFFFD') >= 0) {
            throw new RejectedLine("bad_utf8: column " + column + " holds broken characters");
        }
        return value.isEmpty() || nothing.contains(value) ? null : value;
    }

    /** As {@link #get}, where the row is of no use without it. */
    public String require(String column) throws RejectedLine {
        String value = get(column);
        if (value == null) {
            throw new RejectedLine("missing_field: column " + column + " is empty");
        }
        return value;
    }

    /** The row's beginning, for the one who looks for what is wrong with it. */
    String raw() {
        StringBuilder raw = new StringBuilder();
        for (String cell : cells) {
            raw.append(raw.isEmpty() ? "" : ",").append(cell);
            if (raw.length() > 2_000) {
                break;
            }
        }
        return raw.toString();
    }
}

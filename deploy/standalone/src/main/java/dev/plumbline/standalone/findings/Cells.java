package dev.plumbline.standalone.findings;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How figures are written for people. */
final class Cells {
    private static final int LONGEST = 48;
    private static final String SECONDS = "_s";
    private static final String SHARE = "_share";

    private Cells() {}

    /** Column names as words, units left out: the figures carry them. */
    static List<String> headings(ResultSetMetaData columns) throws SQLException {
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            headings.add(columns.getColumnLabel(column).replaceFirst("_s$", "").replace('_', ' '));
        }
        return headings;
    }

    /** The row the result stands on. */
    static List<String> of(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(cell(row.getMetaData().getColumnLabel(column), row.getObject(column)));
        }
        return cells;
    }

    /** Whether the cell is a number, which is written to the right. */
    static boolean isFigure(String cell) {
        return cell.matches("–|[0-9.,]+( (min|h|d|%))?");
    }

    private static String cell(String name, Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Number number && name.endsWith(SECONDS)) {
            return duration(number.doubleValue());
        }
        if (value instanceof Number number && name.endsWith(SHARE)) {
            return String.format(Locale.ROOT, "%.0f %%", 100 * number.doubleValue());
        }
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Minutes below two hours, hours below two days, else days. */
    static String duration(double seconds) {
        double hours = seconds / 3_600;
        if (hours < 2) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        return hours < 48
                ? String.format(Locale.ROOT, "%.1f h", hours)
                : String.format(Locale.ROOT, "%.1f d", hours / 24);
    }
}

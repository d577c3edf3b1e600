package dev.plumbline.standalone.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns; the widths are those of the first rows, so that no result is too long.
 */
final class TableForm {

    private static final int ROWS_MEASURED = 1_000;

    private final ResultColumns columns;
    private final int[] widths;

    TableForm(ResultColumns columns) {
        this.columns = columns;
        this.widths = columns.names().stream().mapToInt(String::length).toArray();
    }

    long print(ResultSet rows, Appendable out) throws SQLException, IOException {
        List<List<String>> measured = new ArrayList<>();
        while (measured.size() < ROWS_MEASURED && rows.next()) {
            measured.add(cells(rows));
        }
        for (List<String> cells : measured) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(cells.get(i)));
            }
        }
        printLine(columns.names(), out);
        printLine(rule(), out);
        for (List<String> cells : measured) {
            printLine(cells, out);
        }
        long count = measured.size();
        while (rows.next()) {
            printLine(cells(rows), out);
            count++;
        }
        out.append(count == 1 ? "(1 row)\n" : "(%d rows)\n".formatted(count));
        return count;
    }

    private List<String> cells(ResultSet rows) throws SQLException {
        return columns.texts(rows).stream()
                .map(text -> text == null ? "NULL" : visible(text))
                .toList();
    }

    private List<String> rule() {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(width));
        }
        return rule;
    }

    private void printLine(List<String> cells, Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - length(cells.get(i))));
            line.append(i == 0 ? "" : "  ");
            line.append(columns.isNumber(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** A control character would break the line or steer the terminal. */
    private static String visible(String text) {
        return text.replace("\n", "\\n").replace("\t", "\\t").replaceAll("\\p{Cntrl}", "?");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package dev.plumbline.standalone.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180 with line feeds), told apart: NULL is empty, an empty text is quoted. */
final class CsvForm {

    private final ResultColumns columns;

    CsvForm(ResultColumns columns) {
        this.columns = columns;
    }

    long print(ResultSet rows, Appendable out) throws SQLException, IOException {
        printLine(columns.names(), out);
        long count = 0;
        while (rows.next()) {
            printLine(columns.texts(rows), out);
            count++;
        }
        return count;
    }

    private static void printLine(List<String> texts, Appendable out) throws IOException {
        out.append(texts.stream().map(CsvForm::cell).collect(Collectors.joining(",")));
        out.append('\n');
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        boolean plain = !text.isEmpty() && text.matches("[^\",\\r\\n]*");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

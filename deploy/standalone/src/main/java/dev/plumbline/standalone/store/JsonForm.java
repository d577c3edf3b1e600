package dev.plumbline.standalone.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows as one JSON array, an object a line. JSON columns are taken as they are. */
final class JsonForm {

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final ResultColumns columns;

    JsonForm(ResultColumns columns) {
        this.columns = columns;
    }

    long print(ResultSet rows, Appendable out) throws SQLException, IOException {
        long count = 0;
        out.append("[");
        while (rows.next()) {
            out.append(count == 0 ? "\n" : ",\n").append(object(rows));
            count++;
        }
        out.append("\n]\n");
        return count;
    }

    private String object(ResultSet rows) throws SQLException {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < columns.count(); i++) {
            object.append(i == 0 ? "" : ",").append(quoted(columns.names().get(i))).append(':');
            object.append(value(columns.text(rows, i), i));
        }
        return object.append('}').toString();
    }

    private String value(String text, int column) {
        if (text == null) {
            return "null";
        }
        boolean finite = !text.matches("NaN|-?Infinity");
        boolean bare =
                columns.isBoolean(column)
                        || columns.typeNames().get(column).matches("jsonb?")
                        || (columns.isNumber(column) && finite);
        return bare ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + new String(ENCODER.quoteAsString(text)) + '"';
    }
}

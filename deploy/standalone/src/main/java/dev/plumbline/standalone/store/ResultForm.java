package dev.plumbline.standalone.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the rows of a query are printed. */
public enum ResultForm {
    /** Columns aligned for the eye; NULL is the word. */
    TABLE {
        @Override
        long print(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new TableForm(ResultColumns.of(rows)).print(rows, out);
        }
    },
    /** With a header; NULL is empty and an empty text is {@code ""}. */
    CSV {
        @Override
        long print(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new CsvForm(ResultColumns.of(rows)).print(rows, out);
        }
    },
    /** One array with an object per row, a row a line. */
    JSON {
        @Override
        long print(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new JsonForm(ResultColumns.of(rows)).print(rows, out);
        }
    };

    /** Prints all rows and returns how many there were. */
    abstract long print(ResultSet rows, Appendable out) throws SQLException, IOException;
}

package dev.plumbline.standalone.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a query's result, and the text of a value in one way only.
 *
 * @param names column labels
 * @param types {@link Types} of the columns
 * @param typeNames PostgreSQL's names of the types
 */
record ResultColumns(List<String> names, List<Integer> types, List<String> typeNames) {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static ResultColumns of(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> names = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        List<String> typeNames = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnLabel(i));
            types.add(meta.getColumnType(i));
            typeNames.add(meta.getColumnTypeName(i));
        }
        return new ResultColumns(names, types, typeNames);
    }

    int count() {
        return names.size();
    }

    /** The current row's value in a column counted from 0, null for NULL. */
    String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column + 1);
        if (text == null) {
            return null;
        }
        if (typeNames.get(column).equals("timestamptz") && !text.endsWith("infinity")) {
            Instant instant = rows.getObject(column + 1, OffsetDateTime.class).toInstant();
            return INSTANT.format(instant);
        }
        if (isBoolean(column)) {
            return text.equals("t") ? "true" : "false";
        }
        return text;
    }

    /** The current row's values, null for NULL. */
    List<String> texts(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            texts.add(text(rows, i));
        }
        return texts;
    }

    boolean isBoolean(int column) {
        return typeNames.get(column).equals("bool");
    }

    boolean isNumber(int column) {
        return switch (types.get(column)) {
            case Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.DOUBLE,
                    Types.NUMERIC ->
                    true;
            default -> false;
        };
    }
}

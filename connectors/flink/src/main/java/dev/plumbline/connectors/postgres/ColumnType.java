package dev.plumbline.connectors.postgres;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** What a column holds, and how a value is bound to it. */
public enum ColumnType {
    /** {@link String} to {@code text}. */
    TEXT(Types.VARCHAR),
    /** {@link Integer} to {@code integer}. */
    INTEGER(Types.INTEGER),
    /** {@link Long} to {@code bigint}. */
    BIGINT(Types.BIGINT),
    /** {@link Double} to {@code double precision}. */
    DOUBLE(Types.DOUBLE),
    /** {@link Boolean} to {@code boolean}. */
    BOOLEAN(Types.BOOLEAN),
    /** {@link Instant} to {@code timestamptz}. */
    TIMESTAMP(Types.TIMESTAMP_WITH_TIMEZONE),
    /** {@link Collection} of {@link String} to {@code text[]}. */
    TEXTS(Types.ARRAY);

    private final int sqlType;

    ColumnType(int sqlType) {
        this.sqlType = sqlType;
    }

    void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
            return;
        }
        switch (this) {
            case TEXT -> statement.setString(index, (String) value);
            case INTEGER -> statement.setInt(index, (Integer) value);
            case BIGINT -> statement.setLong(index, (Long) value);
            case DOUBLE -> statement.setDouble(index, (Double) value);
            case BOOLEAN -> statement.setBoolean(index, (Boolean) value);
            case TIMESTAMP ->
                    statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC));
            case TEXTS -> statement.setArray(index, texts(statement, (Collection<?>) value));
        }
    }

    private static Array texts(PreparedStatement statement, Collection<?> values)
            throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }
}

package dev.plumbline.connectors.postgres;

import java.io.Serializable;

/**
 * A column of a table of the store.
 *
 * @param key whether it belongs to the primary key
 */
public record Column(String name, ColumnType type, boolean key) implements Serializable {
    /** A column of the primary key. */
    public static Column key(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    /** A column that an upsert replaces. */
    public static Column value(String name, ColumnType type) {
        return new Column(name, type, false);
    }
}

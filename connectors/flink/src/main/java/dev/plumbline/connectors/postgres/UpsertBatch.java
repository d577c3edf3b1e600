package dev.plumbline.connectors.postgres;

import java.util.Collection;
import java.util.TreeMap;

/**
 * Rows that wait to be written: of each key the one of the highest revision, the latest of equals.
 */
final class UpsertBatch {
    private final TreeMap<RowKey, Row> rows = new TreeMap<>();

    void put(RowKey key, Row row) {
        Row waiting = rows.get(key);
        if (waiting == null || row.revision() >= waiting.revision()) {
            rows.put(key, row);
        }
    }

    int size() {
        return rows.size();
    }

    /** The rows in the order of their keys. */
    Collection<Row> rows() {
        return rows.values();
    }

    void clear() {
        rows.clear();
    }

    /** Values in the order of the table's columns. */
    static final class Row {
        private final Object[] values;
        private final long revision;

        Row(Object[] values, long revision) {
            this.values = values;
            this.revision = revision;
        }

        Object value(int column) {
            return values[column];
        }

        long revision() {
            return revision;
        }
    }
}

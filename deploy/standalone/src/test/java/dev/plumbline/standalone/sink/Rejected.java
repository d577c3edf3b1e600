package dev.plumbline.standalone.sink;

import dev.plumbline.connectors.postgres.Column;
import dev.plumbline.connectors.postgres.ColumnType;
import dev.plumbline.connectors.postgres.RowBinder;
import dev.plumbline.connectors.postgres.UpsertTable;
import java.util.List;

/** A row of {@code rejected_events}, the simplest table of the store. */
public record Rejected(String origin, long position, String reason, long revision) {
    static final UpsertTable TABLE =
            new UpsertTable(
                    "rejected_events",
                    List.of(
                            Column.key("org", ColumnType.TEXT),
                            Column.key("origin", ColumnType.TEXT),
                            Column.key("position", ColumnType.BIGINT),
                            Column.value("reason", ColumnType.TEXT),
                            Column.value("event_id", ColumnType.TEXT),
                            Column.value("raw", ColumnType.TEXT),
                            Column.value("raw_bytes", ColumnType.BIGINT)));

    /** The values in the table's order. */
    static final class Binder implements RowBinder<Rejected> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object[] values(Rejected row) {
            return new Object[] {
                "acme", row.origin(), row.position(), row.reason(), null, "raw", 3L
            };
        }

        @Override
        public long revision(Rejected row) {
            return row.revision();
        }
    }
}

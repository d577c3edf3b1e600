package dev.plumbline.streaming.publish;

import dev.plumbline.connectors.postgres.Column;
import dev.plumbline.connectors.postgres.ColumnType;
import dev.plumbline.connectors.postgres.RowBinder;
import dev.plumbline.connectors.postgres.UpsertTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tables whose columns are the fields of an Avro record, name by name: the topic and the table
 * cannot drift apart.
 */
final class SchemaRows {

    private static final String REVISION = "revision";

    private SchemaRows() {}

    /** The table of a record, {@code revision} left out: the sink has its own. */
    static UpsertTable table(String name, Schema schema, Set<String> keys) {
        List<Column> columns = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (!field.name().equals(REVISION)) {
                boolean key = keys.contains(field.name());
                columns.add(new Column(field.name(), columnType(field.schema()), key));
            }
        }
        return new UpsertTable(name, columns);
    }

    /** The values of a record in the order of its table. */
    static <T, R extends SpecificRecord> RowBinder<T> binder(Revised<T, R> form) {
        return new RowBinder<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object[] values(T element) {
                R record = form.value(element);
                List<Schema.Field> fields = record.getSchema().getFields();
                List<Object> values = new ArrayList<>(fields.size());
                for (Schema.Field field : fields) {
                    if (!field.name().equals(REVISION)) {
                        values.add(record.get(field.pos()));
                    }
                }
                return values.toArray();
            }

            @Override
            public long revision(T element) {
                return form.revision(element);
            }
        };
    }

    private static ColumnType columnType(Schema schema) {
        if (schema.getLogicalType() != null) {
            return ColumnType.TIMESTAMP;
        }
        return switch (schema.getType()) {
            case UNION -> columnType(schema.getTypes().get(1));
            case STRING -> ColumnType.TEXT;
            case ARRAY -> ColumnType.TEXTS;
            case INT -> ColumnType.INTEGER;
            case LONG -> ColumnType.BIGINT;
            case DOUBLE -> ColumnType.DOUBLE;
            case BOOLEAN -> ColumnType.BOOLEAN;
            default -> throw new IllegalArgumentException("no column for " + schema);
        };
    }
}

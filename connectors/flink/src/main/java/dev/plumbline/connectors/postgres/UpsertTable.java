package dev.plumbline.connectors.postgres;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the schema {@code plumbline} as the sink sees it. Every table has {@code run_id} and
 * {@code revision} besides: a row gives way to one of a later run and to one of a higher revision,
 * and within one run to one of an equal revision: writing again changes nothing, a replay repairs
 * what a live job wrote, and the live job goes on with what happens after it.
 *
 * @param name without the schema
 * @param columns all but run_id and revision, in the order of the binder's values
 */
public record UpsertTable(String name, List<Column> columns) implements Serializable {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final List<String> OWN = List.of("run_id", "revision");

    public UpsertTable {
        columns = List.copyOf(columns);
        Set<String> seen = new HashSet<>(OWN);
        requireIdentifier(name);
        for (Column column : columns) {
            requireIdentifier(column.name());
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException(
                        "Table %s: column %s is there twice or belongs to the sink"
                                .formatted(name, column.name()));
            }
        }
        if (columns.stream().noneMatch(Column::key)) {
            throw new IllegalArgumentException("Table %s has no key column".formatted(name));
        }
    }

    /** The statement of one row: a parameter per column, then run_id and revision. */
    String sql() {
        List<String> all = Stream.concat(names(column -> true), OWN.stream()).toList();
        String updates =
                Stream.concat(names(column -> !column.key()), OWN.stream())
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        return "INSERT INTO plumbline.%s AS t (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s"
                        .formatted(
                                name,
                                String.join(", ", all),
                                "?" + ", ?".repeat(all.size() - 1),
                                names(Column::key).collect(Collectors.joining(", ")),
                                updates)
                + " WHERE excluded.run_id > t.run_id OR excluded.revision > t.revision"
                + " OR (excluded.run_id = t.run_id AND excluded.revision = t.revision)";
    }

    /** The values of the key columns. */
    RowKey keyOf(Object[] values) {
        List<Comparable<?>> key = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key()) {
                key.add(keyValue(columns.get(i), values[i]));
            }
        }
        return new RowKey(key);
    }

    private Comparable<?> keyValue(Column column, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Table %s: key column %s is null".formatted(name, column.name()));
        }
        return (Comparable<?>) value;
    }

    private Stream<String> names(Predicate<Column> which) {
        return columns.stream().filter(which).map(Column::name);
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s is no name of a table or column: write lower case letters, digits and _"
                            .formatted(name));
        }
    }
}

package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import javax.sql.DataSource;

/** The page that explains every table, view, column and metric, made from the live store itself. */
public final class DataDictionary {

    private static final String RELATIONS =
            """
            select c.oid, c.relname, c.relkind = 'v' as is_view, obj_description(c.oid, 'pg_class') as comment,
                   (select string_agg(k.attname, ', ' order by x.place)
                    from pg_index i
                    cross join lateral unnest(i.indkey) with ordinality as x (attnum, place)
                    join pg_attribute k on k.attrelid = c.oid and k.attnum = x.attnum
                    where i.indrelid = c.oid and i.indisprimary) as key
            from pg_class c
            where c.relnamespace = 'plumbline'::regnamespace and c.relkind in ('r', 'v')
            order by c.relkind, c.relname collate "C"
            """;

    private static final String COLUMNS =
            """
            select a.attname, format_type(a.atttypid, null) as type, col_description(a.attrelid, a.attnum) as comment
            from pg_attribute a
            where a.attrelid = %d and a.attnum > 0 and not a.attisdropped and a.attname not in ('run_id', 'revision')
            order by a.attnum
            """;

    private static final String HEAD =
            """
            # Data dictionary

            Made from the comments in the store's schema and the definitions of the metrics; do not edit it. `DataDictionaryTest` says
            how to make it anew.

            All tables and views are in the schema `plumbline`. Times are instants (`timestamp with time zone`). Seconds are elapsed (`_elapsed_s`, the clock
            on the wall), working (`_working_s`, inside the calendar's hours) or effective: working time for people, elapsed time for agents and services.
            Accounts are pseudonyms. Beside the columns listed, every table has `run_id` and `revision`, which are internal and not exported.

            """;

    private final DataSource source;
    private final MetricDefinitions definitions;

    public DataDictionary(DataSource source, MetricDefinitions definitions) {
        this.source = source;
        this.definitions = definitions;
    }

    /** The page, in Markdown. */
    public String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        appendMetrics(page);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet relations = statement.executeQuery(RELATIONS)) {
            while (relations.next()) {
                appendRelation(page, connection, relations);
            }
        } catch (SQLException e) {
            throw new StoreException("cannot read the store's schema: " + Reason.of(e), e);
        }
        return page.toString().stripTrailing() + "\n";
    }

    private void appendMetrics(StringBuilder page) {
        page.append("## Metrics of `pod_metrics` (definitions version ")
                .append(definitions.version())
                .append(")\n\n")
                .append(
                        row(
                                "metric",
                                "unit",
                                "definition",
                                "`value`",
                                "`p50`-`p95`",
                                "`n`",
                                "split by",
                                "NULL"))
                .append(row("---", "---", "---", "---", "---", "---", "---", "---"));
        for (MetricDefinition metric : definitions.metrics()) {
            page.append(
                    row(
                            "`" + metric.name() + "`",
                            metric.unit(),
                            metric.definition(),
                            metric.value(),
                            metric.quantiles() ? "yes" : "no",
                            metric.counts(),
                            metric.split(),
                            metric.missing()));
        }
        page.append(
                """

                Any figure of the split `human` is `suppressed` where fewer than two people contribute. In a window in which nothing happened only what is
                open is reported; a split has rows where somebody of that kind has something open or ended. A figure that cannot be computed is NULL
                with its reason, never 0: `v_why_null` says it in a sentence.

                """);
    }

    private static void appendRelation(
            StringBuilder page, Connection connection, ResultSet relation) throws SQLException {
        page.append(relation.getBoolean("is_view") ? "## View `" : "## Table `")
                .append(relation.getString("relname"))
                .append("`\n\n")
                .append(relation.getString("comment"));
        if (relation.getString("key") != null) {
            page.append(" Key: `").append(relation.getString("key")).append("`.");
        }
        page.append("\n\n")
                .append(row("column", "type", "meaning"))
                .append(row("---", "---", "---"));
        try (Statement statement = connection.createStatement();
                ResultSet columns =
                        statement.executeQuery(COLUMNS.formatted(relation.getLong("oid")))) {
            while (columns.next()) {
                page.append(
                        row(
                                "`" + columns.getString("attname") + "`",
                                columns.getString("type"),
                                columns.getString("comment")));
            }
        }
        page.append('\n');
    }

    private static String row(String... cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        for (String cell : cells) {
            row.add(cell.replace("|", "\\|"));
        }
        return row.toString();
    }
}

package dev.plumbline.standalone.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Every table as a CSV file, its rows in the order of the primary key, every value in one way only:
 * two stores are equal when their exports are, byte by byte. Times are ISO-8601 in UTC with
 * milliseconds, numbers the shortest text that reads back the same, NULL is empty and an empty text
 * is {@code ""}. The runs and the internal columns are left out: they tell of runs, not of work; so
 * is what a reader of the store may not see.
 */
public final class Export {

    private static final String TABLES =
            """
            select c.relname,
                   string_agg(
                       case when a.atttypid = 'timestamptz'::regtype
                            then format('to_char(%1$I at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'') as %1$I', a.attname)
                            when a.atttypid = 'boolean'::regtype
                            then format('%1$I::text as %1$I', a.attname)
                            else quote_ident(a.attname) end,
                       ', ' order by a.attnum) as columns,
                   (select string_agg(quote_ident(k.attname) || case when k.attcollation <> 0 then ' collate "C"' else '' end,
                                      ', ' order by x.place)
                    from pg_index i
                    cross join lateral unnest(i.indkey) with ordinality as x (attnum, place)
                    join pg_attribute k on k.attrelid = c.oid and k.attnum = x.attnum
                    where i.indrelid = c.oid and i.indisprimary) as key
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = 'plumbline'::regnamespace and c.relkind = 'r' and c.relname <> 'runs'
              and a.attname not in ('run_id', 'revision')
              and has_column_privilege('plumbline_reader', c.oid, a.attnum, 'select')
            group by c.oid, c.relname
            order by c.relname collate "C"
            """;

    private final Store store;

    public Export(Store store) {
        this.store = store;
    }

    /**
     * Writes {@code TABLE.csv} for every table, all of one instant.
     *
     * @param format {@code csv}
     * @return rows written, by table
     * @throws StoreException for another format, or when the directory cannot be written
     */
    public Map<String, Long> write(Path directory, String format) {
        if (!"csv".equals(format)) {
            throw new StoreException(
                    "there is no export format %s; use --format csv, the one there is"
                            .formatted(format));
        }
        try (Connection connection = store.dataSource().getConnection()) {
            Files.createDirectories(directory);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return writeAll(connection, directory);
        } catch (SQLException e) {
            throw new StoreException("cannot export %s: %s".formatted(store, Reason.of(e)), e);
        } catch (IOException e) {
            throw new StoreException(
                    "cannot write the export to %s (%s: %s); check the path, its permissions and the space left"
                            .formatted(directory, e.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }

    private static Map<String, Long> writeAll(Connection connection, Path directory)
            throws SQLException, IOException {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local extra_float_digits = 1");
            statement.execute("set local datestyle = 'ISO'");
            try (ResultSet tables = statement.executeQuery(TABLES)) {
                while (tables.next()) {
                    String table = tables.getString("relname");
                    String copy =
                            "copy (select %s from plumbline.%s order by %s) to stdout with (format csv, header, encoding 'UTF8')"
                                    .formatted(
                                            tables.getString("columns"),
                                            table,
                                            tables.getString("key"));
                    rows.put(table, copyTo(connection, copy, directory.resolve(table + ".csv")));
                }
            }
        }
        return rows;
    }

    private static long copyTo(Connection connection, String copy, Path file)
            throws SQLException, IOException {
        Path writing = file.resolveSibling("." + file.getFileName() + ".writing");
        long rows;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(writing), 1 << 16)) {
            rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        }
        Files.move(
                writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }
}

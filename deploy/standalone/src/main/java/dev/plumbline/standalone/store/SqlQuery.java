package dev.plumbline.standalone.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * One read-only query on a store, as the reader: it cannot write, see what arrived raw, or run for
 * ever.
 */
public final class SqlQuery {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String QUERY_CANCELED = "57014";
    private static final String NO_PRIVILEGE = "42501";

    private final Store store;
    private final Duration timeout;

    /**
     * @param timeout after which the query is given up
     */
    public SqlQuery(Store store, Duration timeout) {
        this.store = store;
        this.timeout = timeout;
    }

    /**
     * Runs the query and prints its rows.
     *
     * @return how many rows there were
     * @throws StoreException with PostgreSQL's message and the place in the query
     * @throws IOException when the output cannot be written
     */
    public long print(String sql, ResultForm form, Appendable out) throws IOException {
        try (Connection connection = store.readerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            refuseMoreThanOne(sql);
            connection.setAutoCommit(false);
            statement.execute("set local time zone 'UTC'");
            statement.execute("set local statement_timeout = " + timeout.toMillis());
            statement.execute("select 1"); // from here on the transaction stays read-only
            statement.setFetchSize(ROWS_AT_A_TIME);
            if (!statement.execute(sql)) {
                throw new StoreException("the query gives no rows; write a SELECT");
            }
            try (ResultSet rows = statement.getResultSet()) {
                return form.print(rows, out);
            }
        } catch (SQLException e) {
            throw new StoreException(complaint(e), e);
        }
    }

    /** A second statement could undo the read-only transaction of the first. */
    private static void refuseMoreThanOne(String sql) throws SQLException {
        List<NativeQuery> statements = Parser.parseJdbcSql(sql, true, false, true, false, false);
        if (statements.size() > 1) {
            throw new StoreException("one query at a time; this text has " + statements.size());
        }
    }

    private String complaint(SQLException e) {
        String reason = Reason.of(e);
        if (QUERY_CANCELED.equals(e.getSQLState())) {
            return String.format(
                    Locale.ROOT,
                    "the query took longer than %d s and was given up; ask for less",
                    timeout.toSeconds());
        }
        if (NO_PRIVILEGE.equals(e.getSQLState()) && reason.matches(".*(rejected|late)_events.*")) {
            return reason + "; its column raw is closed to readers, name the columns you need";
        }
        if (NO_PRIVILEGE.equals(e.getSQLState()) && reason.contains("plumbline_reader")) {
            return "%s; ask an administrator for: GRANT plumbline_reader TO %s"
                    .formatted(reason, store.user());
        }
        return reason;
    }
}

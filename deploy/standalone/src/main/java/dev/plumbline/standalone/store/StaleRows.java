package dev.plumbline.standalone.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What other runs wrote about the organisations of a run that has recomputed everything: deleted in
 * one transaction, so that afterwards the store is a function of the events just replayed. What was
 * rejected bears no sure organisation, so it goes with the runs it came from.
 */
final class StaleRows {

    /** Tables whose rows a run owns. */
    private static final List<String> DATA_TABLES =
            List.of(
                    "items",
                    "handoffs",
                    "pod_metrics",
                    "pod_health",
                    "debt_ledger",
                    "stalls",
                    "findings",
                    "drift_signals",
                    "drift_evidence",
                    "source_health",
                    "late_events");

    private static final String ORGANISATIONS =
            """
            select array_agg(distinct org) from (
                select org from plumbline.runs where run_id = ?
                union select unnest(orgs) from plumbline.runs where run_id = ?
                union select org from plumbline.items where run_id = ?) seen
            """;

    private static final String BY_RUNS_NOW_REPLACED =
            "run_id in (select o.run_id from plumbline.runs o where o.orgs || o.org <@ ?)";

    private final Connection connection;
    private final long runId;
    private final Array organisations;

    private StaleRows(Connection connection, long runId, Array organisations) {
        this.connection = connection;
        this.runId = runId;
        this.organisations = organisations;
    }

    /** Of the organisations the run told of, and those it wrote items of. */
    static StaleRows of(Connection connection, long runId) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(ORGANISATIONS)) {
            statement.setLong(1, runId);
            statement.setLong(2, runId);
            statement.setLong(3, runId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new StaleRows(connection, runId, row.getArray(1));
            }
        }
    }

    /** Deletes them and returns how many they were. */
    long delete() throws SQLException {
        long deleted = 0;
        for (String table : DATA_TABLES) {
            deleted += delete(table, "org = any (?)");
        }
        deleted += delete("rejected_events", BY_RUNS_NOW_REPLACED);
        connection.commit();
        return deleted;
    }

    private long delete(String table, String stale) throws SQLException {
        String sql = "delete from plumbline.%s where run_id <> ? and %s".formatted(table, stale);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, runId);
            statement.setArray(2, organisations);
            return statement.executeLargeUpdate();
        }
    }
}

package dev.plumbline.standalone.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The last run that left items in a store.
 *
 * @param events events it read; null where it was cut off before it could note them
 */
public record EarlierRun(long runId, Long events) {

    private static final String LAST =
            """
            select run_id, events_read - rejected as events
            from plumbline.runs
            where run_id = (select max(run_id) from plumbline.items where org = any (?))
            """;

    /** The last run with items of one of these organisations, if there is one. */
    public static Optional<EarlierRun> about(Set<String> organisations, DataSource source) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST)) {
            Array wanted = connection.createArrayOf("text", organisations.toArray());
            statement.setArray(1, wanted);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new EarlierRun(
                                        row.getLong("run_id"), row.getObject("events", Long.class)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("cannot read the earlier runs: " + Reason.of(e), e);
        }
    }
}

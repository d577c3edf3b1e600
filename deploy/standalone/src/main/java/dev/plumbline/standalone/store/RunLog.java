package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The runs on a store: when each began and ended, what it saw, and what of earlier ones is stale.
 */
public final class RunLog {

    private final DataSource source;

    public RunLog(DataSource source) {
        this.source = source;
    }

    /**
     * Notes that a run begins.
     *
     * @param until event time the run goes up to, null where that is not known yet or it is live
     * @return the run's id, to be written in every row of the run; later runs have higher ones
     */
    public long begin(
            String org,
            String job,
            String version,
            String definitionsVersion,
            Instant started,
            Instant until) {
        String insert =
                "insert into plumbline.runs (org, job, version, definitions_version, started,"
                        + " until_time) values (?, ?, ?, ?, ?, ?) returning run_id";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, org);
            statement.setString(2, job);
            statement.setString(3, version);
            statement.setString(4, definitionsVersion);
            statement.setObject(5, started.atOffset(ZoneOffset.UTC));
            statement.setObject(6, until == null ? null : until.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failed("note the begin of the run", e);
        }
    }

    /**
     * Refuses where a live run of the organisation writes: one that recomputes everything up to an
     * instant would replace, and then delete, what the live one has told since.
     *
     * @throws StoreException in one line, with what to do
     */
    public void requireNoLiveRun(String org) {
        String query =
                "select run_id, job from plumbline.runs where org = ? and status = 'running' and"
                        + " until_time is null order by run_id desc limit 1";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, org);
            try (ResultSet live = statement.executeQuery()) {
                if (live.next()) {
                    throw new StoreException(
                            ("run %1$d (%2$s) writes into this store; stop it first. If it was cut"
                                 + " off: UPDATE plumbline.runs SET status = 'failed' WHERE run_id"
                                 + " = %1$d")
                                    .formatted(live.getLong(1), live.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw failed("look for a live run", e);
        }
    }

    /**
     * Notes that a run ended well.
     *
     * @param until event time the run went up to, null for a live one
     */
    public void finish(long runId, Tally tally, Instant until, Instant finished) {
        end(runId, "finished", tally, until, finished);
    }

    /** Notes that a live run was stopped: its figures speak of then, or of where its clock did. */
    public void stop(long runId, Instant stopped) {
        String update =
                "update plumbline.runs set status = 'finished', until_time = coalesce(until_time,"
                        + " ?), finished = ? where run_id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, stopped.atOffset(ZoneOffset.UTC));
            statement.setObject(2, stopped.atOffset(ZoneOffset.UTC));
            statement.setLong(3, runId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("note the end of run " + runId, e);
        }
    }

    /** Notes that a run failed; its rows stay until a later run replaces them. */
    public void fail(long runId, Tally tally, Instant finished) {
        end(runId, "failed", tally, null, finished);
    }

    private void end(long runId, String status, Tally tally, Instant until, Instant finished) {
        String update =
                "update plumbline.runs set status = ?, orgs = ?, events_read = ?, rejected = ?,"
                    + " late = ?, until_time = coalesce(?, until_time), finished = ? where run_id ="
                    + " ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setString(1, status);
            statement.setArray(
                    2, connection.createArrayOf("text", tally.orgs().stream().sorted().toArray()));
            statement.setLong(3, tally.eventsRead());
            statement.setLong(4, tally.rejected());
            statement.setLong(5, tally.late());
            statement.setObject(6, until == null ? null : until.atOffset(ZoneOffset.UTC));
            statement.setObject(7, finished.atOffset(ZoneOffset.UTC));
            statement.setLong(8, runId);
            if (statement.executeUpdate() == 0) {
                throw new StoreException("the store knows no run " + runId);
            }
        } catch (SQLException e) {
            throw failed("note the end of run " + runId, e);
        }
    }

    /** How many items a run left in the store. */
    public long items(long runId) {
        String query = "select count(*) from plumbline.items where run_id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, runId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failed("count the items of run " + runId, e);
        }
    }

    /**
     * Notes runs as failed that a killed process left behind. Only the one process that has the
     * store may call this.
     */
    void closeCutOff() {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "update plumbline.runs set status = 'failed' where status ="
                                        + " 'running'")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("note runs that were cut off", e);
        }
    }

    /**
     * Deletes what other runs wrote about the organisations of this run; see {@link StaleRows}.
     *
     * @return how many rows were deleted
     */
    public long sweep(long runId) {
        try (Connection connection = source.getConnection()) {
            return StaleRows.of(connection, runId).delete();
        } catch (SQLException e) {
            throw failed("remove what earlier runs left", e);
        }
    }

    /**
     * Writes into the ledger which drift signal the hours of an entry count with, for the
     * organisations a run wrote entries of. A drift is known later than the first of its entries,
     * so this is done once all are there.
     *
     * @return how many entries count with another signal than before
     */
    public int assignSignals(long runId) {
        String update =
                """
                with told as materialized (
                    select distinct org from plumbline.debt_ledger where run_id = ?
                ), counted as materialized (
                    select v.org, v.entry_id, v.signal_id
                    from plumbline.v_signal_debt v
                    join told on told.org = v.org
                    where v.counts_once
                )
                update plumbline.debt_ledger d set signal_id = priced.signal_id
                from (
                    select l.org, l.entry_id, c.signal_id
                    from plumbline.debt_ledger l
                    join told on told.org = l.org
                    left join counted c on c.org = l.org and c.entry_id = l.entry_id) priced
                where d.org = priced.org and d.entry_id = priced.entry_id
                  and d.signal_id is distinct from priced.signal_id
                """;
        // A run has just filled the tables: without figures of them the plan takes them for empty.
        String analyze =
                "analyze plumbline.drift_signals, plumbline.debt_ledger, plumbline.handoffs";
        try (Connection connection = source.getConnection();
                Statement figures = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(update)) {
            figures.execute(analyze);
            statement.setLong(1, runId);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("write which drift signals lost hours count with", e);
        }
    }

    private static StoreException failed(String what, SQLException e) {
        return new StoreException("cannot %s: %s".formatted(what, Reason.of(e)), e);
    }
}

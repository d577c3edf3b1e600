package dev.plumbline.standalone.findings;

import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.StoreException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Why a drift signal exists: what was normal, what changed, since when, how sure, which items, what
 * it has cost.
 */
public final class SignalExplanation {

    private static final String SIGNAL =
            """
            select *, (onset_at at time zone 'UTC')::date as onset_day, (onset_low at time zone 'UTC')::date as low_day,
                   (onset_high at time zone 'UTC')::date as high_day, (opened_at at time zone 'UTC')::date as opened_day,
                   (as_of at time zone 'UTC')::date as as_of_day
            from plumbline.drift_signals where signal_id = ? order by org
            """;

    private static final String ITEMS =
            """
            select object_type, object_id, contribution, (at at time zone 'UTC')::date as day
            from plumbline.v_signal_evidence
            where grain = 'signal' and org = ? and pod = ? and signal_id = ?
            order by contribution desc nulls first, object_type, object_id
            """;

    private static final String SHARE = "rework_rate";

    private final Store store;

    public SignalExplanation(Store store) {
        this.store = store;
    }

    /**
     * Prints it.
     *
     * @return whether there is such a signal
     */
    public boolean print(String signalId, PrintWriter out) {
        try (Connection connection = store.readerDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(SIGNAL)) {
            statement.setString(1, signalId);
            try (ResultSet row = statement.executeQuery()) {
                boolean found = false;
                while (row.next()) {
                    found = true;
                    print(row, connection, out);
                }
                out.flush();
                return found;
            }
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot read signals from " + store + ": " + e.getMessage(), e);
        }
    }

    private static void print(ResultSet row, Connection connection, PrintWriter out)
            throws SQLException {
        out.printf(
                "%s of pod %s (%s), %s: %s, severity %s%n",
                row.getString("metric"),
                row.getString("pod"),
                row.getString("split"),
                row.getString("level"),
                row.getString("status"),
                row.getString("severity"));
        out.printf(
                "  What was normal   a median of %s in %d episodes, %d of them the pod's own%n",
                figure(row, "reference_p50"),
                row.getInt("reference_n"),
                row.getInt("reference_own"));
        changed(row, out);
        out.printf(
                "  Since when        %s, between %s and %s; told on %s, this is as of %s%n",
                day(row, "onset_day"),
                day(row, "low_day"),
                day(row, "high_day"),
                day(row, "opened_day"),
                day(row, "as_of_day"));
        boolean stop = row.getString("detector").equals("survival");
        out.printf(
                Locale.ROOT,
                "  How sure          found by %s; in a pod in which nothing changes it alarms once"
                        + " in %,.0f %s%n",
                detector(row.getString("detector")),
                row.getDouble("arl0"),
                stop ? "working weeks" : "episodes");
        items(row, connection, out);
        SignalPrice.print(row.getString("org"), row.getString("signal_id"), connection, out);
    }

    private static void changed(ResultSet row, PrintWriter out) throws SQLException {
        double effect = row.getDouble("effect");
        if (row.wasNull()) {
            out.printf(
                    Locale.ROOT,
                    "  What changed      nothing is completed any more; %.0f %% of the episodes"
                            + " since are open%n",
                    100 * row.getDouble("censored_share"));
            return;
        }
        out.printf(
                Locale.ROOT,
                "  What changed      a median of %s in %d episodes since: %.2f times, 95 %% between"
                        + " %.2f and %.2f; %.0f %% of those since are open%n",
                figure(row, "current_p50"),
                row.getInt("current_n"),
                effect,
                row.getDouble("effect_low"),
                row.getDouble("effect_high"),
                100 * row.getDouble("censored_share"));
    }

    private static void items(ResultSet row, Connection connection, PrintWriter out)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ITEMS)) {
            statement.setString(1, row.getString("org"));
            statement.setString(2, row.getString("pod"));
            statement.setString(3, row.getString("signal_id"));
            String label = "  Which items       ";
            try (ResultSet item = statement.executeQuery()) {
                while (item.next()) {
                    out.printf(
                            "%s%s %s%s%n",
                            label,
                            item.getString("object_type"),
                            item.getString("object_id"),
                            itemFigure(row.getString("metric"), item));
                    label = " ".repeat(label.length());
                }
            }
        }
    }

    private static String itemFigure(String metric, ResultSet item) throws SQLException {
        LocalDate day = item.getObject("day", LocalDate.class);
        String on = day == null ? "" : ", " + day;
        double figure = item.getDouble("contribution");
        if (item.wasNull()) {
            return ": open" + on;
        }
        return metric.equals(SHARE) ? ": came back" + on : ": " + Cells.duration(figure) + on;
    }

    private static String figure(ResultSet row, String column) throws SQLException {
        double figure = row.getDouble(column);
        return row.getString("metric").equals(SHARE)
                ? String.format(Locale.ROOT, "%.0f %%", 100 * figure)
                : Cells.duration(figure) + " of effective time";
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static String detector(String word) {
        return switch (word) {
            case "rise" -> "what is higher than usual";
            case "fall" -> "what is lower than usual";
            case "tail" -> "more of the slowest than usual, whatever the median does";
            default -> "fewer completed than usual, open ones among them";
        };
    }
}

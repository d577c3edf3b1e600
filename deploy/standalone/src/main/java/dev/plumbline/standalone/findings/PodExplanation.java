package dev.plumbline.standalone.findings;

import dev.plumbline.standalone.store.Store;
import dev.plumbline.standalone.store.StoreException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What is known of a pod's drift, metric by metric: what is usual, or how much data are missing.
 */
public final class PodExplanation {

    private static final String PLACE =
            """
            select org, rank, pods_watched, is_published, metrics_watched, metrics_insufficient
            from plumbline.v_drift_ranking where pod = ? order by org
            """;

    private static final String METRICS =
            """
            select metric, split, status, episodes, episodes_needed, weeks, weeks_needed, missing, reference_n,
                   reference_p50, (reference_since at time zone 'UTC')::date as since, e_value, direction, signal_id,
                   (as_of at time zone 'UTC')::date as day
            from plumbline.drift_evidence where org = ? and pod = ? order by metric, split
            """;

    private static final String SHARE = "rework_rate";

    private final Store store;

    public PodExplanation(Store store) {
        this.store = store;
    }

    /**
     * Prints it.
     *
     * @return whether anything of the pod is watched
     */
    public boolean print(String pod, PrintWriter out) {
        try (Connection connection = store.readerDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setString(1, pod);
            try (ResultSet row = statement.executeQuery()) {
                boolean found = false;
                while (row.next()) {
                    found = true;
                    place(pod, row, out);
                    metrics(row.getString("org"), pod, connection, out);
                }
                out.flush();
                return found;
            }
        } catch (SQLException e) {
            throw new StoreException(
                    "cannot read what is known of pods from " + store + ": " + e.getMessage(), e);
        }
    }

    private static void place(String pod, ResultSet row, PrintWriter out) throws SQLException {
        int watched = row.getInt("metrics_watched");
        out.printf(
                "pod %s: enough data for %d of %d metrics%n",
                pod, watched, watched + row.getInt("metrics_insufficient"));
        if (watched > 0) {
            out.printf(
                    "  Among others      place %d of %d by what speaks against the usual; %s%n",
                    row.getInt("rank"),
                    row.getInt("pods_watched"),
                    row.getBoolean("is_published")
                            ? "one of those of which one in five at most is expected to be as usual"
                            : "not enough to be published");
        }
    }

    private static void metrics(String org, String pod, Connection connection, PrintWriter out)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(METRICS)) {
            statement.setString(1, org);
            statement.setString(2, pod);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String of = row.getString("metric") + " (" + row.getString("split") + ")";
                    boolean unknown = row.getString("status").equals("insufficient_data");
                    out.printf("  %-25s %s%n", of, unknown ? missing(row) : known(row));
                }
            }
        }
    }

    private static String missing(ResultSet row) throws SQLException {
        String why =
                switch (row.getString("missing")) {
                    case "suppressed" -> "it would tell of one person";
                    case "forgotten" -> "nothing for 400 days";
                    default ->
                            String.format(
                                    "%d of %d episodes, in %d of %d weeks",
                                    row.getInt("episodes"),
                                    row.getInt("episodes_needed"),
                                    row.getInt("weeks"),
                                    row.getInt("weeks_needed"));
                };
        return "not enough data: " + why + "; as of " + row.getString("day");
    }

    private static String known(ResultSet row) throws SQLException {
        double usual = row.getDouble("reference_p50");
        String signal = row.getString("signal_id");
        return String.format(
                Locale.ROOT,
                "%s: usually %s (%d episodes since %s); e-value %.1f%s; as of %s",
                row.getString("status"),
                row.getString("metric").equals(SHARE)
                        ? String.format(Locale.ROOT, "%.0f %%", 100 * usual)
                        : Cells.duration(usual) + " of effective time",
                row.getInt("reference_n"),
                row.getString("since"),
                row.getDouble("e_value"),
                signal == null ? "" : " " + row.getString("direction") + ", " + signal,
                row.getString("day"));
    }
}

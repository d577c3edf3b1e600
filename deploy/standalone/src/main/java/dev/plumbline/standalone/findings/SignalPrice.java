package dev.plumbline.standalone.findings;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** What a drift signal has cost, and which entries of the ledger cost most. */
final class SignalPrice {

    private static final String PRICE =
            """
            select price_hours, price_null_reason, entries, open_entries, unjudged_days, usual_hours, metric
            from plumbline.v_signal_price where org = ? and signal_id = ?
            """;

    private static final String DEAREST =
            """
            select object_type, object_id, category, price_s / 3600.0::double precision as hours, closed_at is null as open
            from plumbline.v_signal_debt where org = ? and signal_id = ?
            order by price_s desc, entry_id
            limit 3
            """;

    private static final String LABEL = "  What it has cost  ";
    private static final String MORE = " ".repeat(LABEL.length());

    private SignalPrice() {}

    static void print(String org, String signalId, Connection connection, PrintWriter out)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRICE)) {
            statement.setString(1, org);
            statement.setString(2, signalId);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    out.println(LABEL + price(row));
                    usual(row, out);
                    unjudged(row, out);
                }
            }
        }
        dearest(org, signalId, connection, out);
    }

    private static String price(ResultSet row) throws SQLException {
        double hours = row.getDouble("price_hours");
        if (row.wasNull()) {
            return switch (row.getString("price_null_reason")) {
                case "improvement" -> "nothing: it is an improvement";
                case "insufficient_data" ->
                        "insufficient data: too little is known of the pod's own past to say what"
                                + " is lost";
                default -> "is not told: the ledger has no hours of " + row.getString("metric");
            };
        }
        long entries = row.getLong("entries");
        if (entries == 0) {
            return "nothing so far beyond what is usual in the pod";
        }
        return String.format(
                Locale.ROOT,
                "%,.1f h so far beyond what is usual in the pod; entries of the ledger: %,d, open:"
                        + " %,d",
                hours,
                entries,
                row.getLong("open_entries"));
    }

    private static void usual(ResultSet row, PrintWriter out) throws SQLException {
        double usual = row.getDouble("usual_hours");
        if (!row.wasNull()) {
            out.printf(
                    Locale.ROOT,
                    "%sbefore the onset the same was %,.1f h in as much time%n",
                    MORE,
                    usual);
        }
    }

    private static void unjudged(ResultSet row, PrintWriter out) throws SQLException {
        long days = row.getLong("unjudged_days");
        if (days > 0 && row.getString("price_null_reason") == null) {
            out.printf(
                    "%sand more: of %d days not all could be judged (insufficient data)%n",
                    MORE, days);
        }
    }

    private static void dearest(String org, String signalId, Connection connection, PrintWriter out)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEAREST)) {
            statement.setString(1, org);
            statement.setString(2, signalId);
            String label = MORE + "the dearest: ";
            try (ResultSet entry = statement.executeQuery()) {
                while (entry.next()) {
                    out.printf(
                            Locale.ROOT,
                            "%s%s %s: %,.1f h of %s%s%n",
                            label,
                            entry.getString("object_type"),
                            entry.getString("object_id"),
                            entry.getDouble("hours"),
                            entry.getString("category"),
                            entry.getBoolean("open") ? ", open" : "");
                    label = " ".repeat(label.length());
                }
            }
        }
    }
}

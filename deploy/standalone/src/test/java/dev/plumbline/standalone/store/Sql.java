package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Short SQL for tests. */
final class Sql {

    private Sql() {}

    static void run(StoreAddress address, String... statements) throws SQLException {
        run(address.dataSource(), statements);
    }

    static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String text(StoreAddress address, String query) throws SQLException {
        return text(address.dataSource(), query);
    }

    /** The first column of all rows, one line each. */
    static String text(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            StringBuilder lines = new StringBuilder();
            while (rows.next()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(rows.getString(1));
            }
            return lines.toString();
        }
    }
}

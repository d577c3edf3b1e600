package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The store's tables and views, brought up to date by numbered SQL scripts. */
final class Migrations {

    static final String SCHEMA = "plumbline";

    /**
     * The record of what was applied has a schema of its own, so that the store's holds only
     * products.
     */
    private static final String RECORD_SCHEMA = "plumbline_migrations";

    private Migrations() {}

    /**
     * Applies what is missing; nothing where nothing is.
     *
     * @throws StoreException with PostgreSQL's own reason when a script fails
     */
    static void apply(StoreAddress address) {
        try {
            flyway(address).migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "cannot bring the tables of %s up to date: %s".formatted(address, Reason.of(e)),
                    e);
        }
    }

    /** Whether the tables are there, for one who may not look into the record of the scripts. */
    static boolean areThere(StoreAddress address) {
        String query = "select to_regclass('plumbline.v_pod_today') is not null";
        try (Connection connection = address.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getBoolean(1);
        } catch (SQLException e) {
            throw new StoreException("cannot look into %s: %s".formatted(address, Reason.of(e)), e);
        }
    }

    private static Flyway flyway(StoreAddress address) {
        FluentConfiguration configuration =
                Flyway.configure(Migrations.class.getClassLoader())
                        .dataSource(address.dataSource())
                        .locations("classpath:db/migration")
                        .defaultSchema(RECORD_SCHEMA)
                        .schemas(RECORD_SCHEMA, SCHEMA)
                        .table("applied")
                        .cleanDisabled(true);
        return configuration.load();
    }
}

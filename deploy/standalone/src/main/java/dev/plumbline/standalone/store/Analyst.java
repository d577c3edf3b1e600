package dev.plumbline.standalone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The login of an embedded store's read-only queries; an external store's owner acts as reader. */
final class Analyst {

    private Analyst() {}

    /** Makes the login where it is missing, with the password of this store. */
    static void letIn(StoreAddress owner, StoreAddress analyst) {
        String name = analyst.user();
        try (Connection connection = owner.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin if not exists (select 1 from pg_roles where rolname = '%s') then create role %s login in role plumbline_reader; end if; end $$"
                            .formatted(name, name));
            statement.execute(
                    "alter role " + name + " login password '" + analyst.password() + "'");
        } catch (SQLException e) {
            throw new StoreException("cannot let the reader into the store: " + Reason.of(e), e);
        }
    }
}

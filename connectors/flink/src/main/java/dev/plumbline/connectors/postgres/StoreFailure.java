package dev.plumbline.connectors.postgres;

import java.sql.SQLException;
import java.util.Set;

/** Which failures of the store pass by themselves, and how all of them are told. */
final class StoreFailure {
    /**
     * Classes and states of PostgreSQL (appendix A of its manual): connection lost, server going
     * down or coming up, too many connections, deadlock, serialisation, lock not to be had.
     */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", "57P03", "53300", "40P01", "40001", "55P03");

    private static final String CONNECTION_CLASS = "08";

    private StoreFailure() {}

    /** Whether it makes sense to try again. */
    static boolean mayPass(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && mayPass(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayPass(String state) {
        return state != null && (state.startsWith(CONNECTION_CLASS) || PASSING.contains(state));
    }

    /** One line: what failed, where, why. */
    static String sentence(StoreAccess store, UpsertTable table, int rows, SQLException failure) {
        SQLException last =
                failure.getNextException() == null ? failure : failure.getNextException();
        String message = last.getMessage() == null ? "no reason given" : last.getMessage();
        return "Cannot write %d rows to table %s at %s: %s (SQL state %s)"
                .formatted(
                        rows,
                        table.name(),
                        store.address(),
                        message.replaceAll("\\s+", " "),
                        last.getSQLState());
    }
}

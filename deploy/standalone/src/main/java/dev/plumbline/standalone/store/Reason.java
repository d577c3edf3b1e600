package dev.plumbline.standalone.store;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a database says is wrong, in one line. */
final class Reason {

    /** SQL state of a connection that is cut because the server is stopped. */
    private static final String STOPPED = "57P01";

    private Reason() {}

    /** The database's own message and hint where there is one, else the innermost message. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            innermost = cause;
        }
        return String.valueOf(innermost.getMessage());
    }

    private static String of(SQLException failure) {
        if (!(failure instanceof PSQLException postgres)
                || postgres.getServerErrorMessage() == null) {
            return failure.getMessage();
        }
        if (STOPPED.equals(failure.getSQLState())) {
            return "the process that ran the store's server has ended; ask again";
        }
        ServerErrorMessage said = postgres.getServerErrorMessage();
        String place = said.getPosition() > 0 ? " at character " + said.getPosition() : "";
        String hint = said.getHint() == null ? "" : " (" + said.getHint() + ")";
        return said.getMessage() + place + hint;
    }
}

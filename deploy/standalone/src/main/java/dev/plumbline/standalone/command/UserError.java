package dev.plumbline.standalone.command;

import java.io.Serial;

/** Something the user can put right: told in one line, without a stack trace. */
public final class UserError extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message what is wrong and where, without a full stop
     * @param hint what to do about it, as a sentence
     */
    public UserError(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }

    /** The whole line: what is wrong, where, what to do. */
    public String line() {
        return getMessage() + ". " + hint;
    }
}

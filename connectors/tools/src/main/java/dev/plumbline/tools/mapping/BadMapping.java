package dev.plumbline.tools.mapping;

/**
 * A mapping that cannot be used. The message is one line: file, line, what is wrong, what to do.
 */
public final class BadMapping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadMapping(String message) {
        super(message);
    }
}

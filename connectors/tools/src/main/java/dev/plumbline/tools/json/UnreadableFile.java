package dev.plumbline.tools.json;

/**
 * A file that cannot be read at all. The message is one line for the user, with the file's name.
 */
public final class UnreadableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.plumbline.streaming.directory;

import java.util.List;

/** A directory that cannot be used; the message is one line with the first error and the count. */
public final class DirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<DirectoryError> errors;

    /** With all errors of the file in its order, one at least. */
    public DirectoryException(List<DirectoryError> errors) {
        super(message(errors));
        this.errors = List.copyOf(errors);
    }

    private static String message(List<DirectoryError> errors) {
        int others = errors.size() - 1;
        if (others == 0) {
            return errors.get(0).toString();
        }
        return errors.get(0) + " (and " + others + (others == 1 ? " more error)" : " more errors)");
    }

    public List<DirectoryError> errors() {
        return errors;
    }
}

package dev.plumbline.streaming.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Gathers what is wrong in one file, so that a reader can mend all of it at once. */
final class Problems {
    private final String file;
    private final List<DirectoryError> errors = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Optional<Mark> mark, String key, String problem) {
        int line = mark.map(Mark::getLine).orElse(0) + 1;
        int column = mark.map(Mark::getColumn).orElse(0) + 1;
        add(line, column, key, problem);
    }

    void add(int line, int column, String key, String problem) {
        errors.add(new DirectoryError(file, line, column, key, problem));
    }

    boolean none() {
        return errors.isEmpty();
    }

    /** Throws what was gathered; returns if nothing was. */
    void raise() {
        if (!errors.isEmpty()) {
            throw raised();
        }
    }

    /** What was gathered, one problem at least, in the order of the file. */
    DirectoryException raised() {
        errors.sort(
                Comparator.comparingInt(DirectoryError::line)
                        .thenComparingInt(DirectoryError::column));
        return new DirectoryException(errors);
    }
}

package dev.plumbline.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file of results that appears whole or not at all: it is written beside its place and moved
 * there when it is complete; until then, and where it never is, the old file stays as it was. What
 * is no ordinary file (a pipe, {@code /dev/null}) has nothing to lose and is written directly.
 */
final class WholeFile implements AutoCloseable {
    private final Path target;
    private final Path writing;

    private WholeFile(Path target, Path writing) {
        this.target = target;
        this.writing = writing;
    }

    /**
     * Prepares to write.
     *
     * @param target as the user named it; a link is followed
     * @throws UserError where there can be no such file
     */
    static WholeFile at(Path target) throws IOException {
        return at(target, "--out");
    }

    /** As {@link #at(Path)}, for a file that another option names. */
    static WholeFile at(Path target, String option) throws IOException {
        if (Files.isDirectory(target)) {
            throw new UserError(option + " " + target + " is a folder", "Name a file in it.");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new WholeFile(target, target);
        }
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        if (!Files.isDirectory(place.getParent())) {
            throw new UserError(
                    "there is no folder " + place.getParent() + " for " + option, "Make it first.");
        }
        String name = ".writing-" + ProcessHandle.current().pid() + "-" + place.getFileName();
        WholeFile file = new WholeFile(place, place.resolveSibling(name));
        file.begin();
        return file;
    }

    /** Where to write. */
    Path writing() {
        return writing;
    }

    /** Puts what was written in its place, in one step. */
    void complete() throws IOException {
        if (!writing.equals(target)) {
            Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        if (!writing.equals(target)) {
            Files.deleteIfExists(writing);
        }
    }

    /** An empty file, for those only who may read the old one; gone also after an interrupt key. */
    private void begin() throws IOException {
        Files.newOutputStream(writing, StandardOpenOption.CREATE).close();
        writing.toFile().deleteOnExit();
        PosixFileAttributeView old =
                Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.setPosixFilePermissions(writing, old.readAttributes().permissions());
        }
    }
}

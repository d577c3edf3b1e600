package dev.plumbline.standalone.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to run a store's server. The operating system frees it when the process
 * ends, in whatever way.
 */
final class StoreLock implements AutoCloseable {

    /**
     * What this process holds. The operating system's lock cannot tell: a process that opens and
     * closes the file a second time loses the lock it has.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileLock lock;

    private StoreLock(Path file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** The lock, or null while this or another process has it. */
    static StoreLock take(Path file) throws IOException {
        Path known = file.getParent().toRealPath().resolve(file.getFileName());
        if (!HELD.add(known)) {
            return null;
        }
        FileLock lock = null;
        try {
            lock = lockOf(known);
        } finally {
            if (lock == null) {
                HELD.remove(known);
            }
        }
        return lock == null ? null : new StoreLock(known, lock);
    }

    private static FileLock lockOf(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    @Override
    public void close() throws IOException {
        lock.acquiredBy().close();
        HELD.remove(file);
    }
}

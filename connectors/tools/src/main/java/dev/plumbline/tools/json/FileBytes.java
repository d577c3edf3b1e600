package dev.plumbline.tools.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files, compressed or not; what a gzip file is, its first two bytes say. */
public final class FileBytes {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileBytes() {}

    /**
     * The bytes of a file as they lie on the disk.
     *
     * @throws UnreadableFile with one line for the user
     */
    public static InputStream open(Path path) {
        if (Files.isDirectory(path)) {
            throw new UnreadableFile(path + ": is a directory, expected a file", null);
        }
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFile(path + ": no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new UnreadableFile(path + ": no permission to read this file", denied);
        } catch (IOException broken) {
            throw new UnreadableFile(path + ": cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** The stream, unpacked where it begins as gzip does. */
    public static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }
}

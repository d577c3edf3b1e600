package dev.plumbline.standalone.command;

import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The file that holds an organisation's pseudonym key: 64 hexadecimal digits (32 bytes), readable
 * by its owner only. Who deletes it makes every trace in the store anonymous for good.
 */
final class KeyFile {
    private static final int KEY_BYTES = 32;
    private static final String NAME = "pseudonym.key";

    private KeyFile() {}

    /** Where the key of a store is kept unless the user says otherwise. */
    static Path in(Path storeFolder) {
        return storeFolder.resolve(NAME);
    }

    /** The names under the key of that file. */
    static Pseudonyms read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new UserError(
                    "no such key file: " + file,
                    "Check the path, or leave --key-file out to have a key made in the store's"
                            + " folder.");
        }
        String digits = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!digits.matches("[0-9a-fA-F]{" + 2 * KEY_BYTES + "}")) {
            throw new UserError(
                    file + " holds no key",
                    "A key file has one line of "
                            + 2 * KEY_BYTES
                            + " hexadecimal digits; restore it from your backup.");
        }
        return new Pseudonyms(HexFormat.of().parseHex(digits));
    }

    /** The names under the key of that file, which is made if it does not exist. */
    static Pseudonyms readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

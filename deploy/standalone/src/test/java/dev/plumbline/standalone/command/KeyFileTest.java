package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir private Path folder;

    @Test
    void makesTheKeyOfAStoreOnceAndForItsOwnerOnly() throws IOException {
        Path key = KeyFile.in(folder.resolve("store"));

        String first = KeyFile.readOrMake(key).of("github:alice");
        String second = KeyFile.readOrMake(key).of("github:alice");

        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }
}

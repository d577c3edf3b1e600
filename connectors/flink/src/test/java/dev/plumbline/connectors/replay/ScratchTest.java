package dev.plumbline.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir private Path elsewhere;

    @Test
    void isForItsOwnerOnly() throws IOException {
        try (Scratch scratch = Scratch.make()) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(scratch.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whatAKilledProcessLeftIsGoneAtTheNextStart() throws Exception {
        Process holder = hold();
        Path left = Path.of(holder.inputReader(StandardCharsets.UTF_8).readLine());
        assertThat(left.resolve("sorted.frames")).exists();
        holder.destroyForcibly().waitFor();
        assertThat(left).exists();

        Scratch.make().close();

        assertThat(left).doesNotExist();
    }

    @Test
    void whatALivingProcessUsesStays() throws Exception {
        Process holder = hold();
        Path used = Path.of(holder.inputReader(StandardCharsets.UTF_8).readLine());

        try (Scratch own = Scratch.make()) {
            Scratch.make().close();

            assertThat(used.resolve("sorted.frames")).exists();
            assertThat(own.folder()).exists();
        } finally {
            holder.destroy();
            holder.waitFor();
        }
        assertThat(used).doesNotExist();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "kept");
        try (Scratch own = Scratch.make()) {
            Path link = own.folder().resolveSibling(Scratch.PREFIX + "link");
            Files.createSymbolicLink(link, elsewhere);
            try {
                Scratch.make().close();
            } finally {
                Files.delete(link);
            }
        }
        assertThat(precious).exists();
    }

    private static Process hold() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        ScratchHolder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

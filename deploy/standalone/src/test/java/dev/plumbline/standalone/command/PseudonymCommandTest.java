package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymCommandTest {
    /** 32 bytes 0x0b, so that answers can be worked out with any HMAC tool. */
    private static final String KEY = "0b".repeat(32);

    private static final String ALICE_UNDER_KEY = "p_6adef8167706052436d0";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path key;

    @BeforeEach
    void writeKey() throws IOException {
        key = Files.writeString(folder.resolve("key"), KEY + "\n");
    }

    @Test
    void namesAnAccountUnderTheKeyOfTheFile() {
        assertThat(run(Map.of(), "pseudonym", "github:alice", "--key-file", key.toString()))
                .isZero();
        assertThat(out).hasToString(ALICE_UNDER_KEY + System.lineSeparator());
    }

    @Test
    void namesAnAccountUnderTheKeyOfTheStore() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.copy(key, store.resolve("pseudonym.key"));

        assertThat(run(Map.of(), "pseudonym", "github:alice", "--store", store.toString()))
                .isZero();
        assertThat(out).hasToString(ALICE_UNDER_KEY + System.lineSeparator());
    }

    @Test
    void makesNoKeyForWhoOnlyAsksForAName() {
        Path store = folder.resolve("nost");

        assertThat(run(Map.of(), "pseudonym", "github:alice", "--store", store.toString()))
                .isEqualTo(1);

        assertThat(store).doesNotExist();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: there is no pseudonym key in "
                                + store
                                + ". Name the store that the events were replayed into by --store,"
                                + " or its key by --key-file");
    }

    @Test
    void refusesAKeyFileWithoutAKeyInOneLine() throws IOException {
        Files.writeString(key, "secret");

        assertThat(run(Map.of(), "pseudonym", "a", "--key-file", key.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(key + " holds no key").doesNotContain("secret");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return CommandLines.run(
                environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

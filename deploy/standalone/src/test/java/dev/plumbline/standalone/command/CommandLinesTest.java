package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
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
    void makesTheKeyOfAStoreOnceAndForItsOwnerOnly() throws IOException {
        String store = folder.resolve("store").toString();
        run(Map.of(), "pseudonym", "github:alice", "--store", store);
        run(Map.of(), "pseudonym", "github:alice", "--store", store);

        assertThat(out.toString().lines().distinct()).hasSize(1);
        Path made = Path.of(store, "pseudonym.key");
        assertThat(Files.readString(made)).matches("[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
    }

    @Test
    void takesAnOptionFromTheEnvironmentAndFromTheSettingsFile() throws IOException {
        Path settings = settings("key-file: " + key);

        run(Map.of("PLUMBLINE_KEY_FILE", key.toString()), "pseudonym", "github:alice");
        run(Map.of(), "pseudonym", "github:alice", "--config", settings.toString());
        run(Map.of("PLUMBLINE_CONFIG", settings.toString()), "pseudonym", "github:alice");

        assertThat(out.toString().lines())
                .containsExactly(ALICE_UNDER_KEY, ALICE_UNDER_KEY, ALICE_UNDER_KEY);
    }

    @Test
    void prefersTheFlagToTheEnvironmentAndTheEnvironmentToTheFile() throws IOException {
        Path settings = settings("pseudonym: {key-file: in-file}");
        Map<String, String> environment = Map.of("PLUMBLINE_KEY_FILE", "in-environment");

        run(
                environment,
                "pseudonym",
                "a",
                "--config",
                settings.toString(),
                "--key-file",
                "in-flag");
        run(environment, "pseudonym", "a", "--config", settings.toString());
        run(Map.of(), "pseudonym", "a", "--config", settings.toString());

        assertThat(err.toString().lines().map(line -> line.replaceAll("\\. Check.*", "")))
                .containsExactly(
                        "plumbline: no such key file: in-flag",
                        "plumbline: no such key file: in-environment",
                        "plumbline: no such key file: in-file");
    }

    @Test
    void tellsTheLineAndTheLikelyMeaningOfAnUnknownSetting() throws IOException {
        Path settings = settings("store: x\npseudonym:\n  key-fil: y\n");

        assertThat(run(Map.of(), "--config", settings.toString(), "pseudonym", "a")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(
                        "plumbline: "
                                + settings
                                + " line 3: unknown key 'key-fil'. Did you mean key-file?");
    }

    @Test
    void tellsWhereASettingsFileIsNotYaml() throws IOException {
        Path settings = settings("store: x\n  key-file: [\n");

        assertThat(run(Map.of(), "--config", settings.toString(), "pseudonym", "a")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(settings + " line 2 is not YAML");
    }

    @Test
    void refusesAKeyFileWithoutAKeyInOneLine() throws IOException {
        Files.writeString(key, "secret");

        assertThat(run(Map.of(), "pseudonym", "a", "--key-file", key.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(key + " holds no key").doesNotContain("secret");
    }

    @Test
    void answersAWrongCommandLineInOneLineWithTheLikelyMeaning() {
        assertThat(run(Map.of(), "pseudonim")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("Did you mean pseudonym?");
    }

    @Test
    void tellsThatACommandIsNotInThisVersionAndWhichAre() {
        assertThat(run(Map.of(), "up")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: Unmatched argument at index 0: 'up'. It is not in this version."
                            + " There are: demo, watch, replay, run, check, convert, sql, export,"
                            + " pseudonym. See: ./plumbline --help");
    }

    @Test
    void showsTheCommandsWhenNoneIsGiven() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: plumbline", "pseudonym");
    }

    private Path settings(String yaml) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), yaml);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return CommandLines.run(
                environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

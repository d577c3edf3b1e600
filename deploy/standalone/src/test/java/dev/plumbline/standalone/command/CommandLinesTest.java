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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void tellsTheLikelyMeaningOfAnUnknownEnvironmentVariable() {
        assertThat(run(Map.of("PLUMBLINE_STROE", "/var/lib/plumbline"), "sql", "select 1"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: unknown environment variable PLUMBLINE_STROE. Did you mean"
                                + " PLUMBLINE_STORE?");
    }

    @Test
    void acceptsTheVariablesOfTheStartScriptAndOfAServiceInKubernetes() {
        Map<String, String> environment =
                Map.of(
                        "PLUMBLINE_JAVA_OPTIONS", "-Xmx1g",
                        "PLUMBLINE_CACHE", "/var/cache",
                        "PLUMBLINE_SERVICE_PORT_HTTP", "80",
                        "PLUMBLINE_PORT_80_TCP_ADDR", "10.0.0.1",
                        "PLUMBLINE_KEY_FILE", key.toString());

        assertThat(run(environment, "pseudonym", "github:alice")).as(err.toString()).isZero();
    }

    @Test
    void refusesAStoreThatIsNeitherAFolderNorPostgresWithoutShowingThePassword() {
        Path events = folder.resolve("events.ndjson");

        assertThat(
                        run(
                                Map.of(),
                                "replay",
                                events.toString(),
                                "--store",
                                "mysql://me:secret@host/results"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "plumbline: Invalid value for option '--store': mysql:// is no store. Give"
                                + " a folder or postgresql://user@host/database. See: ./plumbline"
                                + " replay --help");
        assertThat(Path.of("mysql:")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "nohost.invalid:9092"})
    void tellsAKafkaAddressThatCannotBeOneInOneLine(String servers) {
        String store = folder.resolve("store").toString();

        int code = run(Map.of(), "run", "execution-patterns", "--kafka", servers, "--store", store);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .startsWith("plumbline: Cannot reach Kafka at " + servers + ": ")
                .endsWith(". Check --kafka and --kafka-properties" + System.lineSeparator());
    }

    @Test
    void tellsWhereASettingsFileIsNotYaml() throws IOException {
        Path settings = settings("store: x\n  key-file: [\n");

        assertThat(run(Map.of(), "--config", settings.toString(), "pseudonym", "a")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(settings + " line 2 is not YAML");
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
                            + " There are: demo, watch, replay, run, check, convert, simulate, sql,"
                            + " explain, export, pseudonym. See: ./plumbline --help");
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

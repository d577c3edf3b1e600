package dev.plumbline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written once stays readable, and old readers read what is written now. */
class SchemasStayCompatibleTest {
    private static final Path SCHEMAS = Path.of("src/main/avro");
    private static final Path HISTORY = Path.of("src/main/resources/avro-history");
    private static final Path BROKEN = Path.of("src/test/resources/incompatible");

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsAndIsReadByEveryVersionThereEverWas(Path schema) throws IOException {
        assertThat(KeptVersions.of(schema, HISTORY).problem()).isEmpty();
    }

    @Test
    void forgetsNoRecordThatWasOnceWritten() throws IOException {
        try (Stream<Path> kept = Files.list(HISTORY)) {
            assertThat(kept.map(folder -> folder.getFileName() + ".avsc"))
                    .hasSameSizeAs(schemas())
                    .allSatisfy(name -> assertThat(SCHEMAS.resolve(name)).exists());
        }
    }

    @Test
    void noticesARequiredFieldWithoutADefault() throws IOException {
        assertThat(broken("required-field-added")).contains("not compatible", "effort");
    }

    @Test
    void noticesThatAnOlderVersionThanTheLastIsNoLongerRead() throws IOException {
        // Version 2 gave the field a default, so only version 1 finds that it went.
        assertThat(broken("field-removed")).contains("not compatible", "effort");
    }

    @Test
    void noticesAChangeThatWasNotKept() throws IOException {
        assertThat(broken("change-not-kept"))
                .isEqualTo(
                        "change-not-kept has changed: keep it as"
                                + " avro-history/change-not-kept/2.avsc");
    }

    @Test
    void noticesARecordWithoutAnyKeptVersion() throws IOException {
        assertThat(broken("never-kept")).isEqualTo("never-kept has no version 1 in avro-history");
    }

    private static String broken(String record) throws IOException {
        return KeptVersions.of(BROKEN.resolve(record + ".avsc"), BROKEN.resolve("avro-history"))
                .problem();
    }
}

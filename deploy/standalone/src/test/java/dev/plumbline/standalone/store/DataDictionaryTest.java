package dev.plumbline.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("cluster")
class DataDictionaryTest {

    private static final Path PAGE = Path.of("..", "DATA-DICTIONARY.md");

    @Test
    void isWhatTheStoreAndTheDefinitionsSay() throws IOException {
        try (Store store = Store.temporary()) {
            String page =
                    new DataDictionary(store.dataSource(), MetricDefinitions.load()).markdown();
            if (Boolean.getBoolean("plumbline.write")) {
                Files.writeString(PAGE, page);
            }
            assertThat(PAGE)
                    .as(
                            "make it anew with: ./mvnw test -pl deploy/standalone -am"
                                    + " -Dtest=DataDictionaryTest -Dplumbline.write=true")
                    .hasContent(page);
        }
    }
}

package dev.plumbline.tools.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the description of the mapping file shows must work. */
class DiscussionTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsAMapping() throws Exception {
        Path page = Path.of("src/main/java/dev/plumbline/tools/csv/DISCUSSION.md");
        List<String> examples =
                EXAMPLE.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(examples)
                .hasSize(2)
                .allSatisfy(yaml -> Mapping.read("page", new StringReader(yaml)));
    }
}

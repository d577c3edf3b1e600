package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that a newcomer sees. */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class DemoCommandTest {
    private static final String HOME = "plumbline.home";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void startInTheRepository() {
        System.setProperty(HOME, Path.of("../..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void leaveTheRepository() {
        System.clearProperty(HOME);
    }

    @Test
    void asksOnInTheStoreThatItFilledAndSpeaksOfNoOptionThatItLacks() {
        String store = folder.resolve("store").toString();

        int code =
                CommandLines.run(
                        Map.of(),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "demo",
                        "--no-serve",
                        "--store",
                        store);

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("4,450 later than that left out")
                .contains("Ask on: ./plumbline sql --store " + store + " \"SELECT")
                .doesNotContain("--until");
    }
}

package dev.plumbline.tools;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The optional folder of real data: system property {@code plumbline.data}, else ../shared/data.
 */
public final class RealData {
    private RealData() {}

    /** A file of the folder; the test is skipped where it is absent. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "skipped: real data " + name + " is not in " + folder());
        return file;
    }

    /** A file of the excerpts that come with the tests. */
    public static Path excerpt(String name) {
        try {
            return Path.of(RealData.class.getResource("/excerpts/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path folder() {
        String given = System.getProperty("plumbline.data");
        if (given != null) {
            return Path.of(given);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at.resolve("../shared/data").normalize();
    }
}

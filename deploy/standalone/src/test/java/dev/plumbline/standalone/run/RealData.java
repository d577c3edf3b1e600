package dev.plumbline.standalone.run;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real data, which a checkout may be without. */
final class RealData {

    private RealData() {}

    /** A file of it; the test is skipped, saying so, where it is absent. */
    static Path file(String name) {
        Path data = folder().resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.exists(data), "skipped: no real data at " + data);
        return data;
    }

    private static Path folder() {
        String given = System.getProperty("plumbline.data");
        if (given != null) {
            return Path.of(given);
        }
        return repository().resolve("../shared/data");
    }

    /** The root of the repository. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}

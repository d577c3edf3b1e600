package dev.plumbline.standalone.command;

import dev.plumbline.standalone.store.StoreAddress;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the results are kept. */
public final class StoreOption {
    static final String DEFAULT = ".plumbline";

    @Option(
            names = "--store",
            paramLabel = "URL|DIR",
            defaultValue = DEFAULT,
            description =
                    "Where the results are kept: a folder with an embedded PostgreSQL, or"
                            + " postgresql://user@host/database (default: ./${DEFAULT-VALUE}).")
    String store;

    static boolean isUrl(String store) {
        return StoreAddress.isUrl(store);
    }

    /** The store as the user named it. */
    String place() {
        return store;
    }

    /**
     * The store's folder; {@code ./.plumbline} for a store at a URL, which has none on this
     * machine.
     */
    Path folder() {
        return Path.of(isUrl(store) ? DEFAULT : store);
    }
}

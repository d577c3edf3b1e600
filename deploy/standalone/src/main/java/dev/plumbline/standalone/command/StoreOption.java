package dev.plumbline.standalone.command;

import dev.plumbline.standalone.store.StoreAddress;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the results are kept. */
public final class StoreOption {
    static final String DEFAULT = ".plumbline";

    @Option(
            names = "--store",
            paramLabel = "URL|DIR",
            defaultValue = DEFAULT,
            converter = Place.class,
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

    /** How to name the store in another command line: nothing for the default, no password. */
    String words() {
        if (store.equals(DEFAULT)) {
            return "";
        }
        return " --store " + (isUrl(store) ? StoreAddress.parse(store).toString() : store);
    }

    /** Refuses what is neither a folder nor PostgreSQL, without showing a password in it. */
    static final class Place implements ITypeConverter<String> {
        @Override
        public String convert(String place) {
            int scheme = place.indexOf("://");
            if (scheme >= 0 && !isUrl(place)) {
                throw new TypeConversionException(
                        place.substring(0, scheme)
                                + ":// is no store. Give a folder or"
                                + " postgresql://user@host/database.");
            }
            return place;
        }
    }
}

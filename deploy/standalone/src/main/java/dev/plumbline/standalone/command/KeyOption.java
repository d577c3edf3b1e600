package dev.plumbline.standalone.command;

import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The key under which accounts are named in the store. */
public final class KeyOption {
    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The organisation's pseudonym key, 64 hexadecimal digits (default:"
                            + " pseudonym.key in the store's folder, made once and readable by its"
                            + " owner only).")
    Path keyFile;

    /** As {@link #pseudonyms}, for who only asks: a key that is not there yet is not made. */
    Pseudonyms knownPseudonyms(StoreOption store) throws IOException {
        Path made = KeyFile.in(store.folder());
        if (keyFile == null && !Files.exists(made)) {
            throw new UserError(
                    "there is no pseudonym key in " + store.folder(),
                    "Name the store that the events were replayed into by --store, or its key by"
                            + " --key-file.");
        }
        return KeyFile.read(keyFile == null ? made : keyFile);
    }

    /**
     * The names under the key the user gave, else under the key of the store, which is made if it
     * does not exist.
     */
    Pseudonyms pseudonyms(StoreOption store) throws IOException {
        return keyFile == null
                ? KeyFile.readOrMake(KeyFile.in(store.folder()))
                : KeyFile.read(keyFile);
    }
}

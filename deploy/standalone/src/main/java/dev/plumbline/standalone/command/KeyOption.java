package dev.plumbline.standalone.command;

import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
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

    /** The names under the key the user gave, else under the key of the store. */
    Pseudonyms pseudonyms(StoreOption store) throws IOException {
        return keyFile == null
                ? KeyFile.readOrMake(KeyFile.in(store.folder()))
                : KeyFile.read(keyFile);
    }
}

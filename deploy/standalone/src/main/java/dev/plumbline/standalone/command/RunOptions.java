package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that runs a job can be told. */
public final class RunOptions {
    @Mixin private DirectoryOption directory;
    @Mixin private StoreOption store;
    @Mixin private KeyOption key;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks per operator (default: the number of processors).")
    private Integer parallelism;

    /** With the clear names. */
    Directory directory() {
        return directory.read();
    }

    /** The directory the user gave, else another one. */
    Directory directoryOr(Supplier<Directory> other) {
        return directory.given() ? directory.read() : other.get();
    }

    Pseudonyms pseudonyms() throws IOException {
        return key.pseudonyms(store);
    }

    StoreOption store() {
        return store;
    }

    int parallelism() {
        if (parallelism == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (parallelism < 1) {
            throw new UserError("--parallelism is " + parallelism, "Give 1 or more.");
        }
        return parallelism;
    }
}

package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** What every command that runs a job over the user's own events can be told. */
public final class RunOptions {
    @Mixin private DirectoryOption directory;
    @Mixin private StoreOption store;
    @Mixin private KeyOption key;
    @Mixin private ParallelismOption parallelism;
    @Mixin private FalseAlarmsOption falseAlarms;

    /** With the clear names. */
    Directory directory() {
        return directory.read();
    }

    /** The directory the user gave, else another one. */
    Directory directoryOr(Supplier<Directory> other) {
        return directory.given() ? directory.read() : other.get();
    }

    /** The directory as the user gave it, for a command line in a message. */
    String directoryWords() {
        return directory.given() ? " --directory " + directory.file : "";
    }

    Pseudonyms pseudonyms() throws IOException {
        return key.pseudonyms(store);
    }

    StoreOption store() {
        return store;
    }

    int parallelism() {
        return parallelism.value();
    }

    /** In a year of a pod. */
    double falseAlarms() {
        return falseAlarms.value();
    }
}

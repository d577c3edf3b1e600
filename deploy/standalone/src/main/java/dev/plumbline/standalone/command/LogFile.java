package dev.plumbline.standalone.command;

import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where warnings and internal errors go: {@code plumbline.log} in the folder of the store, or in
 * the current folder for commands without one. The file appears with its first line.
 */
final class LogFile {
    /** The system property that log4j2.xml reads. */
    private static final String PROPERTY = "plumbline.log.file";

    private static final String NAME = "plumbline.log";

    private LogFile() {}

    /** Sets the file for this run. Must be called before anything logs. */
    static void choose(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        OptionSpec store = last.commandSpec().findOption("--store");
        String folder = store == null ? null : store.getValue();
        boolean inStore = folder != null && !StoreOption.isUrl(folder);
        System.setProperty(PROPERTY, (inStore ? Path.of(folder, NAME) : Path.of(NAME)).toString());
    }

    static Path path() {
        return Path.of(System.getProperty(PROPERTY, NAME)).toAbsolutePath();
    }
}

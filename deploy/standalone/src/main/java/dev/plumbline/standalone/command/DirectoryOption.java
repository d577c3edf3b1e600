package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Who is who: pods, people, agents, calendars. */
public final class DirectoryOption {
    @Option(
            names = "--directory",
            paramLabel = "FILE",
            description =
                    "Pods, people, agents, calendars and states (YAML; default: one organisation in"
                            + " UTC without pods).")
    Path file;

    boolean given() {
        return file != null;
    }

    /** The directory of the file, the empty one where the user gave none. */
    Directory read() {
        return file == null ? Directory.empty() : DirectoryYaml.read(file);
    }
}

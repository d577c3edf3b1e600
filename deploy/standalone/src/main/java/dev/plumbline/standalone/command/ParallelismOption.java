package dev.plumbline.standalone.command;

import picocli.CommandLine.Option;

/** How many subtasks work side by side. */
public final class ParallelismOption {
    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Subtasks per operator (default: the number of processors).")
    private Integer parallelism;

    int value() {
        if (parallelism == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (parallelism < 1) {
            throw new UserError("--parallelism is " + parallelism, "Give 1 or more.");
        }
        return parallelism;
    }
}

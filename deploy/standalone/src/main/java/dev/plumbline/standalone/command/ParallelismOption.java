package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Launch;
import picocli.CommandLine.Option;

/** How many subtasks work side by side. */
public final class ParallelismOption {
    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description =
                    "Subtasks per operator (default: the number of processors, at most 8, or what"
                            + " flink run -p says).")
    private Integer parallelism;

    int value() {
        if (parallelism == null) {
            return Launch.defaultParallelism();
        }
        if (parallelism < 1) {
            throw new UserError("--parallelism is " + parallelism, "Give 1 or more.");
        }
        return parallelism;
    }
}

package dev.plumbline.standalone.command;

import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Export;
import dev.plumbline.standalone.store.Store;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes every table into files. */
@Command(
        name = "export",
        description =
                "Write every table into a folder, rows in primary-key order: two stores are equal"
                        + " when their exports are.")
public final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption store;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder, made if it does not exist.")
    private Path out;

    @Option(
            names = "--format",
            defaultValue = "csv",
            description = "csv (default: ${DEFAULT-VALUE}).")
    private String format;

    @Override
    public Integer call() {
        PrintWriter lines = spec.commandLine().getOut();
        try (Store opened = Store.open(store.place(), Access.READ)) {
            Map<String, Long> rows = new Export(opened).write(out, format);
            rows.forEach(
                    (table, count) ->
                            lines.println(
                                    String.format(Locale.ROOT, "%-20s %,12d rows", table, count)));
        }
        lines.println("exported to " + out);
        return ExitCodes.DONE;
    }
}

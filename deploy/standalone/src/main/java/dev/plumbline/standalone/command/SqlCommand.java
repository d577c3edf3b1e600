package dev.plumbline.standalone.command;

import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.ResultForm;
import dev.plumbline.standalone.store.SqlQuery;
import dev.plumbline.standalone.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the store. */
@Command(
        name = "sql",
        description =
                "Run one read-only query on the store, for example \"SELECT * FROM v_pod_today\".")
public final class SqlCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption store;

    @Option(names = "--csv", fallbackValue = "true", description = "Print CSV with a header.")
    private boolean csv;

    @Option(
            names = "--json",
            fallbackValue = "true",
            description = "Print a JSON array of objects.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "Give the query up after that time (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Parameters(
            paramLabel = "SELECT",
            description = "The query; tables and views need no schema name.")
    private String query;

    @Override
    public Integer call() throws IOException {
        if (csv && json) {
            throw new ParameterException(spec.commandLine(), "choose one of --csv and --json");
        }
        PrintWriter out = spec.commandLine().getOut();
        ResultForm form = csv ? ResultForm.CSV : json ? ResultForm.JSON : ResultForm.TABLE;
        try (Store opened = Store.open(store.place(), Access.READ)) {
            new SqlQuery(opened, Duration.ofSeconds(timeoutSeconds)).print(query, form, out);
            out.flush();
        }
        return ExitCodes.DONE;
    }
}

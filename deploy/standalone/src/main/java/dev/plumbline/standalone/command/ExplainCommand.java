package dev.plumbline.standalone.command;

import dev.plumbline.standalone.findings.PodExplanation;
import dev.plumbline.standalone.findings.SignalExplanation;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a drift signal exists, or what is known of a pod. */
@Command(
        name = "explain",
        description =
                "Tell why a drift signal exists: what was normal, what changed, since when, how"
                        + " sure that is, and which items show it. Of a pod: what is known of each"
                        + " of its metrics, and how much data are missing.")
public final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption store;

    @Parameters(
            paramLabel = "SIGNAL_ID|POD",
            description = "As in drift_signals, or in drift_evidence.")
    private String signal;

    @Override
    public Integer call() {
        try (Store opened = Store.open(store.place(), Access.READ)) {
            PrintWriter out = spec.commandLine().getOut();
            if (!new SignalExplanation(opened).print(signal, out)
                    && !new PodExplanation(opened).print(signal, out)) {
                throw new UserError(
                        "there is no drift signal " + signal + ", and no pod of that name",
                        "List them: ./plumbline sql"
                                + store.words()
                                + " \"SELECT signal_id FROM drift_signals\"; what is known of pods,"
                                + " and where data are missing: \"SELECT * FROM drift_evidence\"");
            }
        }
        return ExitCodes.DONE;
    }
}

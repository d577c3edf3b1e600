package dev.plumbline.standalone.command;

import dev.plumbline.standalone.findings.SignalExplanation;
import dev.plumbline.standalone.store.Access;
import dev.plumbline.standalone.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a drift signal exists. */
@Command(
        name = "explain",
        description =
                "Tell why a drift signal exists: what was normal, what changed, since when, how"
                        + " sure that is, and which items show it.")
public final class ExplainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private StoreOption store;

    @Parameters(paramLabel = "SIGNAL_ID", description = "As in drift_signals.")
    private String signal;

    @Override
    public Integer call() {
        try (Store opened = Store.open(store.place(), Access.READ)) {
            if (!new SignalExplanation(opened).print(signal, spec.commandLine().getOut())) {
                throw new UserError(
                        "there is no drift signal " + signal,
                        "List them: ./plumbline sql"
                                + store.words()
                                + " \"SELECT signal_id FROM drift_signals\"");
            }
        }
        return ExitCodes.DONE;
    }
}

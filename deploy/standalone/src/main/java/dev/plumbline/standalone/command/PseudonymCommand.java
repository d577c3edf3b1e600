package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.privacy.Pseudonyms;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the name of accounts in the store, for those who hold the key. */
@Command(
        name = "pseudonym",
        description =
                "Print the pseudonyms of accounts in the store, for those who hold the key: one per"
                        + " line, in the order of the accounts.")
public final class PseudonymCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private KeyOption key;
    @Mixin private StoreOption store;
    @Mixin private DirectoryOption directory;

    @Parameters(
            paramLabel = "ACCOUNT",
            arity = "1..*",
            description = "Accounts as in the events, for example github:alice.")
    private List<String> accounts;

    @Override
    public Integer call() throws IOException {
        Pseudonyms pseudonyms = key.knownPseudonyms(store);
        PrintWriter out = spec.commandLine().getOut();
        Directory people = directory.read();
        accounts.forEach(account -> out.println(pseudonyms.of(people.personOf(account))));
        return ExitCodes.DONE;
    }
}

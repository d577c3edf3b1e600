package dev.plumbline.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;

/** Puts the commands, their settings and their error messages together. */
public final class CommandLines {
    private CommandLines() {}

    /** Runs one command line and returns its exit code. */
    public static int run(
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        OneLineErrors errors = new OneLineErrors();
        CommandLine commands =
                new CommandLine(new RootCommand())
                        .setOut(out)
                        .setErr(err)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(errors)
                        .setExecutionExceptionHandler(errors)
                        .setExecutionStrategy(
                                parsed -> {
                                    LogFile.choose(parsed);
                                    return new CommandLine.RunLast().execute(parsed);
                                });
        try {
            commands.setDefaultValueProvider(
                    Settings.of(environment, commands.getCommandSpec(), arguments));
        } catch (UserError | IOException wrong) {
            OneLineErrors.tell(wrong, commands);
            return ExitCodes.USAGE;
        }
        try {
            return commands.execute(arguments);
        } catch (Error broken) {
            return OneLineErrors.tell(broken, commands);
        }
    }
}

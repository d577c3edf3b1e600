package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Interruption;
import dev.plumbline.standalone.store.StoreException;
import dev.plumbline.streaming.directory.DirectoryException;
import dev.plumbline.tools.json.UnreadableFile;
import dev.plumbline.tools.mapping.BadMapping;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells every error in one line on the error stream and chooses the exit code. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Their messages are written for the user: one line with the place and what to do. */
    private static final List<Class<? extends RuntimeException>> OURS =
            List.of(
                    StoreException.class,
                    UnreadableFile.class,
                    DirectoryException.class,
                    BadMapping.class,
                    UncheckedIOException.class);

    /** Commands that the contract names and a later version will have. */
    private static final Set<String> COMMANDS_TO_COME = Set.of("up");

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        print(
                command,
                sentence(oneLine(wrong.getMessage()))
                        + suggestion(wrong)
                        + "See: ./"
                        + command.getCommandSpec().qualifiedName()
                        + " --help");
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        return tell(failure, command);
    }

    /** Tells what failed and returns the exit code for it. */
    static int tell(Throwable failure, CommandLine command) {
        if (Interruption.happened()) {
            return ExitCodes.INTERNAL_ERROR; // for nobody: the process ends by its signal
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = lineForUser(cause);
            if (line != null) {
                print(command, oneLine(line));
                return ExitCodes.BAD_INPUT;
            }
            if (cause instanceof OutOfMemoryError) {
                print(
                        command,
                        "out of memory. Give it more, for example: PLUMBLINE_JAVA_OPTIONS=-Xmx6g"
                                + " ./plumbline ...");
                return ExitCodes.INTERNAL_ERROR;
            }
        }
        LoggerFactory.getLogger(OneLineErrors.class).error("internal error", failure);
        String reason = oneLine(innermost(failure).toString());
        print(command, "internal error: " + reason + ". Details are in " + LogFile.path());
        return ExitCodes.INTERNAL_ERROR;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The line for an error that the user can put right, {@code null} for any other. */
    private static String lineForUser(Throwable cause) {
        if (cause instanceof UserError error) {
            return error.line();
        }
        if (cause instanceof FileSystemException file) {
            return file(file);
        }
        boolean ours = OURS.stream().anyMatch(kind -> kind.isInstance(cause));
        return ours ? cause.getMessage() : null;
    }

    private static void print(CommandLine command, String line) {
        command.getErr().println("plumbline: " + line);
        command.getErr().flush();
    }

    private static String suggestion(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String word = unmatched.getUnmatched().get(0);
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        boolean option = word.startsWith("-");
        if (!option && command.subcommands().isEmpty()) {
            return "";
        }
        if (!option && COMMANDS_TO_COME.contains(word)) {
            return "It is not in this version. There are: "
                    + String.join(", ", command.subcommands().keySet())
                    + ". ";
        }
        Set<String> known = option ? command.optionsMap().keySet() : command.subcommands().keySet();
        return Suggestion.of(word.replaceFirst("=.*", ""), known) + " ";
    }

    private static String file(FileSystemException failure) {
        String where = failure.getFile();
        if (failure instanceof NoSuchFileException) {
            return "no such file: " + where + ". Check the path.";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + where + ". Check its owner and mode.";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return where + " exists already. Choose another name.";
        }
        if (failure instanceof NotDirectoryException) {
            return where + " is not a folder. Check the path.";
        }
        return "cannot use " + where + ": " + failure.getReason() + ". Check the path.";
    }

    private static String sentence(String text) {
        return text.endsWith("?") ? text + " " : text + ". ";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\.$", "");
    }
}

package dev.plumbline.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the value of an option comes from when no flag gives it: the environment variable ({@code
 * --key-file} is {@code PLUMBLINE_KEY_FILE}), then the settings file, then the option's own
 * default.
 */
public final class Settings implements IDefaultValueProvider {
    private static final String CONFIG = "--config";
    private static final String PREFIX = "PLUMBLINE_";

    /** Variables that are no options: of the start script and of the store's programs. */
    private static final Set<String> OTHERS = Set.of(PREFIX + "JAVA_OPTIONS", PREFIX + "CACHE");

    /** What Kubernetes tells every container about a service that is named plumbline. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile(PREFIX + "(SERVICE_(HOST|PORT)(_.*)?|PORT(_\\d+_.*)?)");

    private final Map<String, String> environment;
    private final SettingsFile file;

    private Settings(Map<String, String> environment, SettingsFile file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the settings file that the arguments or the environment name, if they name one.
     *
     * @throws UserError where a setting is unknown, in the file or in the environment
     */
    public static Settings of(
            Map<String, String> environment, CommandSpec root, String... arguments)
            throws IOException {
        refuseUnknownVariables(environment, root);
        String file = environment.get(PREFIX + "CONFIG");
        for (int at = 0; at < arguments.length && !arguments[at].equals("--"); at++) {
            if (arguments[at].startsWith(CONFIG + "=")) {
                file = arguments[at].substring(CONFIG.length() + 1);
            } else if (arguments[at].equals(CONFIG) && at + 1 < arguments.length) {
                file = arguments[at + 1];
            }
        }
        return new Settings(
                environment,
                file == null ? SettingsFile.none() : SettingsFile.read(Path.of(file), root));
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !settable(option)) {
            return null;
        }
        String key = key(option);
        String fromEnvironment = environment.get(variable(key));
        return fromEnvironment != null
                ? fromEnvironment
                : file.value(argument.command().name(), key);
    }

    private static void refuseUnknownVariables(Map<String, String> environment, CommandSpec root) {
        Set<String> known = new TreeSet<>(OTHERS);
        known.add(variable(CONFIG.substring(2)));
        root.subcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(Settings::settable)
                .forEach(option -> known.add(variable(key(option))));
        for (String name : new TreeSet<>(environment.keySet())) {
            boolean ours = name.startsWith(PREFIX) && !OF_A_SERVICE.matcher(name).matches();
            if (ours && !known.contains(name)) {
                throw new UserError(
                        "unknown environment variable " + name, Suggestion.of(name, known));
            }
        }
    }

    private static String variable(String key) {
        return PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The option's name in the settings file: its long name without the dashes. */
    static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** Whether the option can be set outside the command line. */
    static boolean settable(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !option.longestName().equals(CONFIG);
    }
}

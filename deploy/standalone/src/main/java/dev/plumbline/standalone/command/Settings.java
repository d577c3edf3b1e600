package dev.plumbline.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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

    private final Map<String, String> environment;
    private final SettingsFile file;

    private Settings(Map<String, String> environment, SettingsFile file) {
        this.environment = environment;
        this.file = file;
    }

    /** Reads the settings file that the arguments or the environment name, if they name one. */
    public static Settings of(
            Map<String, String> environment, CommandSpec root, String... arguments)
            throws IOException {
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
        String fromEnvironment =
                environment.get(PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT));
        return fromEnvironment != null
                ? fromEnvironment
                : file.value(argument.command().name(), key);
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

package dev.plumbline.standalone.command;

/** What the command leaves behind for scripts; every {@code --help} lists them. */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int BAD_INPUT = 1;
    public static final int USAGE = 2;
    public static final int INTERNAL_ERROR = 3;

    public static final String HEADING = "%nExit codes:%n";
    public static final String DONE_MEANS = "0:done";
    public static final String BAD_INPUT_MEANS =
            "1:an input was bad or refused, as the last line says";
    public static final String USAGE_MEANS = "2:the command line or the settings file was wrong";
    public static final String INTERNAL_MEANS =
            "3:an error of Plumbline itself, details in its log file";

    private ExitCodes() {}
}

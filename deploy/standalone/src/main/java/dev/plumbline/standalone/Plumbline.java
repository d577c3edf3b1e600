package dev.plumbline.standalone;

import dev.plumbline.standalone.command.CommandLines;
import dev.plumbline.standalone.run.Launch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** The command {@code ./plumbline}, and the main class of {@code flink run}. */
public final class Plumbline {
    private Plumbline() {}

    public static void main(String... arguments) {
        if (Launch.byFlink()) {
            inFlinksProcess(arguments);
            return;
        }
        System.setProperty("java.util.logging.manager", "org.apache.logging.log4j.jul.LogManager");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = CommandLines.run(System.getenv(), out, err, arguments);
        out.flush();
        // Threads of the cluster and of the store may still be about.
        System.exit(code);
    }

    /** Flink's client goes on after this program, so a failure is thrown instead of exited with. */
    private static void inFlinksProcess(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StringWriter wrong = new StringWriter();
        int code = CommandLines.run(System.getenv(), out, new PrintWriter(wrong, true), arguments);
        if (code != 0) {
            throw new IllegalArgumentException(wrong.toString().strip());
        }
    }
}

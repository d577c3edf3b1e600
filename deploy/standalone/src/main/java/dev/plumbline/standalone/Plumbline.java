package dev.plumbline.standalone;

import dev.plumbline.standalone.command.CommandLines;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command {@code ./plumbline}. */
public final class Plumbline {
    private Plumbline() {}

    public static void main(String... arguments) {
        System.setProperty("java.util.logging.manager", "org.apache.logging.log4j.jul.LogManager");
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = CommandLines.run(System.getenv(), out, err, arguments);
        out.flush();
        // Threads of the cluster and of the store may still be about.
        System.exit(code);
    }
}

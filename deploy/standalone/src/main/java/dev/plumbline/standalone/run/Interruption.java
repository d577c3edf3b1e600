package dev.plumbline.standalone.run;

import java.io.PrintWriter;

/**
 * The interrupt key, or a polite kill, while something runs: the user is told once what to do, and
 * what fails from then on fails because the process ends, so it is not told as an error.
 */
public final class Interruption {
    private static volatile boolean happened;

    private final Thread hook;

    private Interruption(PrintWriter err, String line) {
        this.hook =
                new Thread(
                        () -> {
                            happened = true;
                            err.println("plumbline: " + line);
                            err.flush();
                        },
                        "tell-interruption");
    }

    /** Tells the line when the process is asked to end before the result is over. */
    public static Interruption tell(PrintWriter err, String line) {
        Interruption interruption = new Interruption(err, line);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was asked to end while something ran. */
    public static boolean happened() {
        return happened;
    }

    /** What could be interrupted has ended by itself. */
    public void over() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            return; // the line is told
        }
    }
}

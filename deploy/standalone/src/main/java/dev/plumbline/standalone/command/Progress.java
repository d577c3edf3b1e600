package dev.plumbline.standalone.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells how far a long task is: a bar on a terminal, else a plain line every few seconds and one at
 * the end. Goes to the error stream, so that results can be piped. Safe for use by several threads.
 */
public final class Progress implements AutoCloseable {
    private static final long BETWEEN_LINES_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int BAR_UPDATE_MILLIS = 200;

    /** Set by the start script when the error stream is a terminal. */
    private static final String TERMINAL = "plumbline.terminal";

    private final String task;
    private final String unit;
    private final long total;
    private final PrintStream lines;
    private final LongSupplier nanoTime;
    private final ProgressBar bar;
    private final long startedNanos;
    private long done;
    private long lastLineNanos;

    private Progress(
            String task,
            String unit,
            long total,
            PrintStream lines,
            LongSupplier nanoTime,
            ProgressBar bar) {
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.bar = bar;
        this.startedNanos = nanoTime.getAsLong();
        this.lastLineNanos = startedNanos;
    }

    /**
     * Starts telling, on a terminal with a bar.
     *
     * @param task what is going on: {@code "replaying"}
     * @param unit what is counted: {@code "events"}
     * @param total how many there are, negative where nobody knows
     */
    public static Progress of(String task, String unit, long total) {
        boolean terminal = Boolean.getBoolean(TERMINAL);
        return new Progress(
                task,
                unit,
                total,
                System.err,
                System::nanoTime,
                terminal ? bar(task, unit, total) : null);
    }

    /** Plain lines on the given stream, with the given clock. */
    static Progress lines(
            String task, String unit, long total, PrintStream lines, LongSupplier nanoTime) {
        return new Progress(task, unit, total, lines, nanoTime, null);
    }

    private static ProgressBar bar(String task, String unit, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(total)
                .setUpdateIntervalMillis(BAR_UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    /** So many more are done. */
    public void add(long more) {
        reach(done() + more);
    }

    /** So many are done by now. */
    public synchronized void reach(long reached) {
        done = reached;
        if (bar != null) {
            bar.stepTo(done);
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - lastLineNanos >= BETWEEN_LINES_NANOS) {
            lastLineNanos = now;
            lines.println(line());
        }
    }

    public synchronized long done() {
        return done;
    }

    /** Ends the bar, or prints a closing line where the task took long enough to tell of it. */
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            return;
        }
        if (lastLineNanos == startedNanos) {
            return;
        }
        double seconds = (nanoTime.getAsLong() - startedNanos) / 1e9;
        lines.println(
                String.format(Locale.ROOT, "%s: %,d %s in %.1f s", task, done, unit, seconds));
    }

    private String line() {
        return total <= 0
                ? String.format(Locale.ROOT, "%s: %,d %s", task, done, unit)
                : String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d %s (%d %%)",
                        task,
                        done,
                        total,
                        unit,
                        100 * done / total);
    }
}

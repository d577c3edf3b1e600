package dev.plumbline.standalone.command;

import dev.plumbline.connectors.replay.ReplaySummary;
import dev.plumbline.directory.Directory;
import dev.plumbline.schema.RejectedEvent;
import dev.plumbline.standalone.run.ReplayResult;
import dev.plumbline.standalone.store.EarlierRun;
import dev.plumbline.standalone.store.Store;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What a replay tells of itself. */
final class ReplayReport {
    private static final int REJECTIONS_SHOWN = 3;

    private final PrintWriter out;
    private final Directory directory;
    private final String looking;

    /**
     * @param looking command line that shows more of what is in the events
     */
    ReplayReport(PrintWriter out, Directory directory, String looking) {
        this.out = out;
        this.directory = directory;
        this.looking = looking;
    }

    /** Files without any event are a mistake, another format perhaps, not an empty history. */
    void refuseWithoutEvents(ReplaySummary summary, String files) {
        if (summary.events() > 0) {
            return;
        }
        RejectedEvent first = summary.firstRejected().get(0);
        throw new UserError(
                "no event in " + files + " could be read: " + first.getReason(),
                "See " + looking + ".");
    }

    /** Says whose results will be gone. */
    void replaces(EarlierRun earlier) {
        String events =
                earlier.events() == null
                        ? ""
                        : String.format(Locale.ROOT, " (%,d events)", earlier.events());
        out.println("replaces the results of run " + earlier.runId() + events);
    }

    /** What came of the replay, and what in its events was left out or not understood. */
    void print(ReplayResult result, ReplaySummary summary, Duration took, Store store) {
        String afterwards =
                result.counts().afterUntil() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d later than that left out",
                                result.counts().afterUntil());
        print(
                "replayed %,d events up to %s in %.1f s (%,d rejected, %,d late%s) into %s",
                result.counts().admitted(),
                result.until(),
                took.toMillis() / 1e3,
                result.counts().rejected(),
                result.counts().late(),
                afterwards,
                store);
        long unknown = unknownStates(summary);
        summary.firstRejected().stream().limit(REJECTIONS_SHOWN).forEach(this::show);
        if (unknown > 0) {
            print("  events that bear a state of which nobody knows what it means: %,d", unknown);
        }
        if (unknown > 0 || summary.rejected() > 0) {
            out.println("  see " + looking);
        }
    }

    private void show(RejectedEvent line) {
        print("  %s line %d: %s", line.getOrigin(), line.getPosition(), line.getReason());
    }

    private long unknownStates(ReplaySummary summary) {
        return summary.statesWithoutCategory().entrySet().stream()
                .filter(
                        word ->
                                directory.categoryOf(word.getKey().source(), word.getKey().raw())
                                        == null)
                .mapToLong(word -> word.getValue())
                .sum();
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}

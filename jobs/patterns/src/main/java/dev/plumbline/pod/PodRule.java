package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.time.Grain;
import dev.plumbline.time.Windows;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a pod counts: facts in fold order go into the open day and week; windows close when time
 * passes their end, quiet days included as long as work is open. Not safe for several threads.
 */
public final class PodRule implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Directory directory;
    private final Windows windows;
    private transient Completeness completeness = Completeness.ALL_HEARD;
    private transient Instant recentStart;
    private transient Instant recentEnd;

    public PodRule(Directory directory) {
        this.directory = directory;
        this.windows = new Windows(directory.zone());
    }

    /** From now on the rows say so much about how complete they are. */
    public void heard(Completeness newCompleteness) {
        completeness = newCompleteness;
    }

    /**
     * Folds facts and lets time pass.
     *
     * @param facts in fold order, none after {@code now}, none in a window that closed
     * @param now up to where the clock has come; windows that end by then are closed
     */
    public PodStep advance(PodLedger ledger, List<PodFact> facts, Instant now) {
        List<MetricRow> rows = new ArrayList<>();
        PodLedger current = ledger;
        for (PodFact fact : facts) {
            current = closeUntil(current, fact.at(), rows);
            current = fold(current, fact);
        }
        return new PodStep(closeUntil(current, now, rows), rows);
    }

    /**
     * The rows of the open windows where the clock stops. A window that would only begin there is
     * none, unless something happened at that very instant.
     */
    public List<MetricRow> atTheEnd(PodLedger ledger, Instant until) {
        return asOf(ledger, until).stream().filter(row -> hasBegun(ledger, row)).toList();
    }

    /** The rows of the open windows as of now, provisional. */
    public List<MetricRow> asOf(PodLedger ledger, Instant now) {
        List<MetricRow> rows = new ArrayList<>();
        add(rows, ledger, ledger.day(), Grain.DAY, now);
        add(rows, ledger, ledger.week(), Grain.WEEK, now);
        return rows;
    }

    /** When the pod must be looked at next though nothing happens; null while it is idle. */
    public Instant wakeAt(PodLedger ledger) {
        return ledger.day() == null ? null : endOfDay(ledger.day().start());
    }

    /** End of the day of that instant. Neighbours in time share a day, so the last one is kept. */
    public Instant endOfDay(Instant at) {
        if (recentStart == null || at.isBefore(recentStart) || !at.isBefore(recentEnd)) {
            recentStart = windows.start(Grain.DAY, at);
            recentEnd = windows.end(Grain.DAY, at);
        }
        return recentEnd;
    }

    private PodLedger fold(PodLedger ledger, PodFact fact) {
        WindowTally day = ledger.day();
        WindowTally week = ledger.week();
        day = day == null ? starting(Grain.DAY, fact.at()) : day;
        week = week == null ? starting(Grain.WEEK, fact.at()) : week;
        PodLedger next = ledger.withWindows(day.with(fact, ledger), week.with(fact, ledger));
        remember(ledger, fact);
        return next;
    }

    /** What is open after the fact; the windows have counted it by what was open before. */
    private static void remember(PodLedger ledger, PodFact fact) {
        ledger.open().add(fact, ledger);
        if (!fact.kind().isOfItemsAndHandoffs()) {
            return;
        }
        OpenWork work = new OpenWork(fact.since(), fact.actorKind(), fact.account());
        switch (fact.kind()) {
            case HANDOFF_OPENED -> ledger.handoffs().put(fact.subject(), work);
            case HANDOFF_ENDED -> ledger.handoffs().remove(fact.subject());
            case PROGRESS_ENTERED -> ledger.inProgress().put(fact.subject(), work);
            case PROGRESS_LEFT -> ledger.inProgress().remove(fact.subject());
            default -> {}
        }
    }

    private PodLedger closeUntil(PodLedger ledger, Instant now, List<MetricRow> rows) {
        PodLedger current = ledger;
        while (current.day() != null && !endOfDay(current.day().start()).isAfter(now)) {
            current = closeDay(current, endOfDay(current.day().start()), rows);
        }
        return current;
    }

    private PodLedger closeDay(PodLedger ledger, Instant end, List<MetricRow> rows) {
        add(rows, ledger, ledger.day(), Grain.DAY, end);
        WindowTally week = ledger.week();
        if (week != null && !windows.end(Grain.WEEK, week.start()).isAfter(end)) {
            add(rows, ledger, week, Grain.WEEK, end);
            week = null;
        }
        if (week == null) {
            ledger.open().forgetBefore(end);
        }
        if (week == null && !ledger.isAwake()) {
            return ledger.withWindows(null, null);
        }
        WindowTally nextWeek = week == null ? starting(Grain.WEEK, end) : week;
        return ledger.withWindows(WindowTally.starting(end), nextWeek);
    }

    private static boolean hasBegun(PodLedger ledger, MetricRow row) {
        WindowTally tally = row.grain() == Grain.DAY ? ledger.day() : ledger.week();
        return row.windowStart().isBefore(row.asOf()) || tally.hasFacts();
    }

    private WindowTally starting(Grain grain, Instant at) {
        return WindowTally.starting(windows.start(grain, at));
    }

    private void add(
            List<MetricRow> rows, PodLedger ledger, WindowTally tally, Grain grain, Instant asOf) {
        if (tally == null) {
            return;
        }
        Completeness told = completeness == null ? Completeness.ALL_HEARD : completeness;
        WindowRows.add(rows, ledger, tally, grain, asOf, directory, windows, told);
    }
}

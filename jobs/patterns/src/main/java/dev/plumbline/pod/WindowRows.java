package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.time.Grain;
import dev.plumbline.time.Windows;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one window of one pod. In a window in which nothing happened only what is open is
 * reported; a split appears when somebody of that kind has something open or ended. Families of
 * metrics appear where something of their kind happened.
 */
final class WindowRows {

    private WindowRows() {}

    static void add(
            List<MetricRow> rows,
            PodLedger ledger,
            WindowTally tally,
            Grain grain,
            Instant asOf,
            Directory directory,
            Windows windows,
            Completeness completeness) {
        Instant end = windows.end(grain, tally.start());
        WorkCalendar calendar = directory.calendarOf(ledger.pod());
        Period period = new Period(tally.start(), asOf, calendar);
        double ofWork = completeness.of(ledger.pod(), tally.start(), asOf, false);
        Double ofAll = null;
        for (Split split : Split.values()) {
            Map<Metric, Measure> measures = new EnumMap<>(Metric.class);
            if (appears(split, ledger, tally)) {
                putBase(measures, split, ledger, tally, asOf, calendar);
            }
            FamilyMeasures.put(measures, split, ledger, tally, period, directory);
            for (Map.Entry<Metric, Measure> entry : measures.entrySet()) {
                boolean evidence = entry.getKey().restsOnEvidence();
                if (evidence && ofAll == null) {
                    ofAll = completeness.of(ledger.pod(), tally.start(), asOf, true);
                }
                rows.add(
                        new MetricRow(
                                ledger.org(),
                                ledger.pod(),
                                entry.getKey(),
                                split,
                                grain,
                                tally.start(),
                                end,
                                entry.getValue(),
                                evidence ? ofAll : ofWork,
                                asOf));
            }
        }
    }

    private static void putBase(
            Map<Metric, Measure> measures,
            Split split,
            PodLedger ledger,
            WindowTally tally,
            Instant asOf,
            WorkCalendar calendar) {
        OpenAges handoffs = HandoffMeasures.open(split, ledger, asOf, calendar);
        HandoffMeasures.gauges(measures, split, handoffs);
        ItemMeasures.gauges(measures, split, ledger, asOf, calendar);
        if (!tally.isEmpty()) {
            HandoffMeasures.episodes(measures, split, tally, handoffs);
            ItemMeasures.episodes(measures, split, tally);
        }
    }

    /** Once a split has appeared in a window it stays, so that a provisional row is replaced. */
    private static boolean appears(Split split, PodLedger ledger, WindowTally tally) {
        if (tally.isEmpty() && ledger.handoffs().isEmpty() && ledger.inProgress().isEmpty()) {
            return false;
        }
        return switch (split) {
            case ALL -> true;
            case HUMAN -> tally.people() || isOpen(ActorKind.HUMAN, ledger);
            case AGENT -> tally.agents() || isOpen(ActorKind.AGENT, ledger);
        };
    }

    private static boolean isOpen(ActorKind kind, PodLedger ledger) {
        return isAnyOf(kind, ledger.handoffs()) || isAnyOf(kind, ledger.inProgress());
    }

    private static boolean isAnyOf(ActorKind kind, Map<String, OpenWork> open) {
        for (OpenWork work : open.values()) {
            if (work.actorKind() == kind) {
                return true;
            }
        }
        return false;
    }
}

package dev.plumbline.debt;

import static dev.plumbline.work.Happening.at;

import dev.plumbline.time.Days;
import dev.plumbline.time.WorkCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger of pod "red", Monday to Friday 09:00 to 17:00 UTC, as a test talks to it. */
final class Ledger {

    static final long HOUR = 3600;

    private final DebtRule rule =
            new DebtRule(new Days(ZoneOffset.UTC), WorkCalendar.standard(ZoneOffset.UTC));
    private final List<DebtFact> untold = new ArrayList<>();
    private final List<PodHealth> health = new ArrayList<>();
    private final List<DebtEntry> told = new ArrayList<>();
    private final Map<String, DebtEntry> rows = new HashMap<>();
    private PodDebt pod = PodDebt.of("acme", "red");

    Ledger opened(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.OPENED, id, at(moment), at(moment), false, null);
    }

    Ledger openedForAgent(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.OPENED, id, at(moment), at(moment), true, null);
    }

    /** Known only at {@code moment}, and true since {@code since}. */
    Ledger openedSince(EpisodeKind kind, String id, String since, String moment) {
        return tell(kind, DebtFactKind.OPENED, id, at(moment), at(since), false, null);
    }

    Ledger stalled(String id, String since, String detected, Long medianSeconds) {
        EpisodeKind kind = EpisodeKind.STALL;
        return tell(kind, DebtFactKind.OPENED, id, at(detected), at(since), false, medianSeconds);
    }

    Ledger ended(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.ENDED, id, at(moment), at(moment), false, null);
    }

    Ledger endedByAgent(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.ENDED, id, at(moment), at(moment), true, null);
    }

    Ledger released(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.RELEASED, id, at(moment), at(moment), false, null);
    }

    Ledger retracted(EpisodeKind kind, String id, String moment) {
        return tell(kind, DebtFactKind.RETRACTED, id, at(moment), at(moment), false, null);
    }

    Ledger promise(DebtFactKind kind, String id, String moment) {
        untold.add(DebtFact.ofPromise("acme", "red", kind, at(moment), 0, "work_item", id, id));
        return this;
    }

    /**
     * Thirty of them in the first week, all opened on Monday at 09:00: nine end after one hour, ten
     * after two, five after three, four after four, two after five. So the median is two hours (the
     * 15th of 30), the 75th percentile three (the 23rd), the 90th four (the 27th).
     */
    Ledger past(EpisodeKind kind) {
        int[] howMany = {9, 10, 5, 4, 2};
        for (int hours = 1; hours <= 5; hours++) {
            for (int i = 0; i < howMany[hours - 1]; i++) {
                String id = "past-" + kind + hours + '-' + i;
                opened(kind, id, "Mon 09:00");
                ended(kind, id, "Mon %02d:00".formatted(9 + hours));
            }
        }
        return this;
    }

    Ledger until(String moment) {
        untold.sort(DebtFact.FOLD_ORDER);
        List<DebtFact> due = untold.stream().filter(f -> !f.at().isAfter(at(moment))).toList();
        untold.removeAll(due);
        take(rule.advance(pod, due, at(moment), true));
        return this;
    }

    Ledger endingAt(String moment) {
        until(moment);
        take(rule.atTheEnd(pod, at(moment)));
        return this;
    }

    DebtEntry row(String id) {
        return rows.get(id);
    }

    /** By id, without the beginning of a stretch. */
    Map<String, DebtEntry> rows() {
        return rows;
    }

    List<DebtEntry> told() {
        return told;
    }

    /** The latest row of the day that contains that moment. */
    PodHealth day(String moment) {
        Instant start = new Days(ZoneOffset.UTC).start(new Days(ZoneOffset.UTC).of(at(moment)));
        return health.stream()
                .filter(row -> row.day().equals(start))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    List<PodHealth> health() {
        return health;
    }

    PodDebt pod() {
        return pod;
    }

    Instant wakeAt() {
        return rule.wakeAt(pod);
    }

    private Ledger tell(
            EpisodeKind kind,
            DebtFactKind what,
            String id,
            Instant moment,
            Instant since,
            boolean elapsed,
            Long baseline) {
        String object = id.contains("@") ? id.substring(id.indexOf('@') + 1) : id;
        untold.add(
                new DebtFact(
                        "acme",
                        "red",
                        what,
                        moment,
                        0,
                        "work_item",
                        object,
                        kind,
                        id,
                        since,
                        elapsed,
                        baseline));
        return this;
    }

    private void take(DebtStep step) {
        pod = step.pod();
        health.addAll(step.health());
        told.addAll(step.entries());
        for (DebtEntry entry : step.entries()) {
            String id = entry.id().replaceAll("@\\d{13}$", "");
            DebtEntry known = rows.get(id);
            if (known == null || !known.asOf().isAfter(entry.asOf())) {
                rows.put(id, entry);
            }
        }
    }
}

package dev.plumbline.pod;

import dev.plumbline.directory.Directory;
import dev.plumbline.time.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A pod, "red" if nothing else is said, through time: facts go in, rows come out. */
final class PodRows {

    private final PodRule rule;
    private final List<MetricRow> rows = new ArrayList<>();
    private PodLedger ledger;

    PodRows(Directory directory) {
        this(directory, "red");
    }

    PodRows(Directory directory, String name) {
        rule = new PodRule(directory);
        ledger = PodLedger.of("acme", name);
    }

    PodRows heard(Completeness completeness) {
        rule.heard(completeness);
        return this;
    }

    PodRows until(Instant now, PodFact... facts) {
        PodStep step = rule.advance(ledger, List.of(facts), now);
        ledger = step.ledger();
        rows.addAll(step.rows());
        return this;
    }

    List<MetricRow> all() {
        return rows;
    }

    List<MetricRow> atTheEnd(Instant until) {
        return rule.atTheEnd(ledger, until);
    }

    PodLedger ledger() {
        return ledger;
    }

    Instant wakeAt() {
        return rule.wakeAt(ledger);
    }

    List<MetricRow> of(Metric metric, Split split, Grain grain) {
        return rows.stream()
                .filter(row -> row.metric() == metric && row.split() == split)
                .filter(row -> row.grain() == grain)
                .toList();
    }

    /** The measure of the only window of that grain. */
    Measure only(Metric metric, Split split, Grain grain) {
        List<MetricRow> found = of(metric, split, grain);
        if (found.size() != 1) {
            throw new AssertionError("one row expected: " + found);
        }
        return found.get(0).measure();
    }

    Measure ofDay(Metric metric, Split split) {
        return only(metric, split, Grain.DAY);
    }

    Measure ofWeek(Metric metric, Split split) {
        return only(metric, split, Grain.WEEK);
    }
}

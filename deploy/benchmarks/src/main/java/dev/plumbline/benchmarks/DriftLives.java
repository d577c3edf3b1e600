package dev.plumbline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@link DriftLife} with all the laws that the page tells of; the first lines are the bound's. */
final class DriftLives {

    private static final int PODS = 400;
    private static final long SEED = 2026;

    private final Page page;

    DriftLives() {
        List<String> columns =
                new ArrayList<>(List.of("drifts", "kinds of work", "autocorrelation", "asked"));
        columns.addAll(List.of(DriftLifeScore.HEADINGS));
        page = new Page("life").heading(columns.toArray(new String[0]));
    }

    void run() throws IOException {
        rows(DriftLife.Law.STATED, DriftLife.Kinds.LEARNED, 0, 0.25, 0.5, 1);
        rows(DriftLife.Law.STATED, DriftLife.Kinds.LEARNED, 0.2, 0.25, 0.5);
        rows(DriftLife.Law.STATED, DriftLife.Kinds.UNKNOWN, 0, 0.25, 0.5);
        rows(DriftLife.Law.only(2), DriftLife.Kinds.LEARNED, 0, 0.25, 0.5);
        rows(DriftLife.Law.only(2), DriftLife.Kinds.UNKNOWN, 0, 0.25, 0.5, 1);
        rows(DriftLife.Law.only(2), DriftLife.Kinds.UNKNOWN, 0.2, 0.25, 0.5, 1);
        rows(DriftLife.Law.only(3), DriftLife.Kinds.LEARNED, 0, 0.5);
        rows(DriftLife.Law.only(3), DriftLife.Kinds.UNKNOWN, 0, 0.5);
        rows(DriftLife.Law.only(Double.POSITIVE_INFINITY), DriftLife.Kinds.LEARNED, 0, 0.5);
        page.publish();
    }

    private void rows(
            DriftLife.Law law,
            DriftLife.Kinds kinds,
            double autocorrelation,
            double... falseAlarmsPerPodYear) {
        DriftLife life = new DriftLife(PODS, law, kinds, autocorrelation, SEED);
        for (double asked : falseAlarmsPerPodYear) {
            DriftLifeScore score = new DriftLifeScore();
            life.watch(asked, score);
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    law.name(),
                                    kinds.word(),
                                    Page.format("%.1f", autocorrelation),
                                    Page.format("%.2f", asked)));
            cells.addAll(score.cells(PODS));
            page.row(cells);
        }
    }
}

package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.simulation.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsScoreTest {
    private static final Instant SOMETIME = Instant.parse("2026-02-02T10:00:00Z");

    @Test
    void countsWhatIsRightWrongAndMissedAndNothingOfABlindSource() {
        List<Truth> truths =
                List.of(
                        truth("false_done", "P-1", List.of("unverified_done"), "no_change"),
                        truth("false_done", "P-2", List.of("unverified_done"), "no_work"),
                        truth("false_done", "P-3", List.of("unverified_done"), "no_work"),
                        truth("outage_item", "P-4", List.of(), null),
                        truth("stuck_after_reality", "P-5", List.of("stuck_after_reality"), "x"));

        ClaimsScore score =
                new ClaimsScore("unverified_done", Set.of("P-1", "P-2", "P-4", "P-5"), truths);

        // Right: 1 and 2. Wrong: 5. Missed: 3. Blind: 4.
        assertThat(score.precision()).isEqualTo(2.0 / 3);
        assertThat(score.recall()).isEqualTo(2.0 / 3);
        assertThat(score)
                .hasToString(
                        "unverified_done      precision 0.667 (1 wrong), recall 0.667 (2 of 3):"
                                + " no_change 1/1 no_work 1/2");
    }

    private static Truth truth(String kind, String ticket, List<String> find, String variant) {
        return new Truth(
                kind,
                "pod-1",
                "work_item",
                ticket,
                SOMETIME,
                null,
                null,
                null,
                find,
                variant,
                null,
                null,
                null,
                null,
                null);
    }
}

package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The truths about claims are exactly what the definitions say of the events: no more, no less. */
class TruthOfClaimsTest {
    private static final Simulated ORGANISATION = Simulated.of(SimulationOptions.of(40, 12, 7));

    @ParameterizedTest
    @ValueSource(strings = {"unverified_done", "contradicted_done", "stuck_after_reality"})
    void namesTheTicketsThatTheDefinitionsNameAndNoOthers(String finding) {
        Set<String> expected = new TreeSet<>();
        for (PodHistory history : ORGANISATION.histories()) {
            boolean blind =
                    history.truths().stream().anyMatch(one -> one.kind().equals("source_outage"));
            if (!blind) {
                expected.addAll(
                        new ClaimsByDefinition(
                                        history,
                                        ORGANISATION.calendar(history.pod()),
                                        ORGANISATION.simulation().end())
                                .found(finding));
            }
        }

        Set<String> told =
                ORGANISATION.truths().stream()
                        .filter(truth -> truth.find().contains(finding))
                        .map(Truth::objectId)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).hasSizeGreaterThan(50).isEqualTo(expected);
    }

    @Test
    void everyVariantOccurs() {
        Set<String> variants =
                ORGANISATION.truths().stream()
                        .filter(truth -> !truth.find().isEmpty() && truth.variant() != null)
                        .map(Truth::variant)
                        .collect(Collectors.toSet());

        assertThat(variants)
                .contains("no_work", "no_change", "self_merged", "self_merged_late_check")
                .contains("abandoned_change", "agent_claim")
                .contains("open_change", "red_at_done", "red_after_done", "reverted", "reopened")
                .contains("never_done", "done_late", "forgotten_change")
                .contains("before_change", "in_review");
    }
}

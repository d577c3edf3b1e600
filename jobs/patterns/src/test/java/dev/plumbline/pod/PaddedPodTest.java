package dev.plumbline.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftLevel;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A pod too small to know itself, in an organisation that knows how episodes lie. */
class PaddedPodTest {

    private static final Party ANA = new Party("ana", ActorKind.HUMAN, "test");

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final int[] MINUTES = {70, 30, 110, 50, 120, 20, 90, 40, 100, 60, 80};

    private final PodDriftRule rule = new PodDriftRule(Directory.empty(), 2, Duration.ofDays(400));
    private final List<DriftSignal> told = new ArrayList<>();
    private PodDrift drift = PodDrift.of("acme", "red");
    private Instant now = START;
    private int items;

    /** Residuals of log-sd 0.6, about. */
    private static OrganisationViews views(Instant from) {
        float[] residuals = new float[30];
        for (int at = 0; at < 30; at++) {
            residuals[at] = (at - 14.5f) / 14.5f;
        }
        OrganisationView view = new OrganisationView(0, residuals);
        return new OrganisationViews("acme", from, Map.of(DriftMetric.HANDOFFS.name(), view));
    }

    /** Weeks of three handoffs that wait so many times as long as usual. */
    private void weeks(int count, int times, List<OrganisationViews> views) {
        for (int at = 0; at < 3 * count; at++) {
            Instant opened = now.plus(Duration.ofDays(at / 3 * 7L + at % 3));
            long minutes = (long) times * MINUTES[items % MINUTES.length];
            items++;
            Instant ended = opened.plus(Duration.ofMinutes(minutes));
            List<PodFact> facts =
                    List.of(
                            Facts.opened("T-" + items, opened, ANA),
                            Facts.pickedUp("T-" + items, ended, minutes * 60, ANA));
            PodDriftStep step =
                    rule.advance(
                            drift,
                            new PodStretch(
                                    "acme",
                                    "red",
                                    facts,
                                    ended,
                                    List.of(),
                                    at == 0 ? views : List.of()));
            drift = step.drift();
            told.addAll(step.told());
        }
        now = now.plus(Duration.ofDays(7L * count));
    }

    @Test
    void aPodOfThreeAWeekIsWatchedAgainstAPaddedReference() {
        // Six in the run-in; twelve to sixteen of its own when six weeks are over.
        weeks(7, 1, List.of(views(START)));
        weeks(12, 6, List.of());
        List<DriftSignal> signals =
                told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
        assertThat(signals).isNotEmpty();
        DriftSignal signal = signals.get(0);
        assertThat(signal.metric()).isEqualTo("handoff_latency");
        assertThat(signal.referenceN()).isEqualTo(30);
        assertThat(signal.referenceOwn()).isBetween(12, 16);
        assertThat(signal.openedAt()).isAfter(START.plus(Duration.ofDays(49)));
        // Of its own minutes, 20 to 120.
        assertThat(signal.referenceMedian()).isBetween(50.0, 90.0);
    }

    @Test
    void withoutAnOrganisationItIsNot() {
        weeks(7, 1, List.of());
        weeks(2, 6, List.of());
        assertThat(told).isEmpty();
        assertThat(drift.metrics().get(DriftMetric.HANDOFFS.name()).isInsufficient()).isTrue();
    }

    @Test
    void aViewIsUsedFromTheInstantItIsInForce() {
        // In force from the ninth week on; known long before.
        weeks(8, 1, List.of(views(START.plus(Duration.ofDays(56)))));
        assertThat(drift.metrics().get(DriftMetric.HANDOFFS.name()).isInsufficient()).isTrue();
        weeks(1, 1, List.of());
        assertThat(drift.metrics().get(DriftMetric.HANDOFFS.name()).isInsufficient()).isFalse();
    }

    @Test
    void ofViewsTheOneInForceIsKept() {
        Instant third = START.plus(Duration.ofDays(14));
        weeks(1, 1, List.of(views(START), views(START.plus(Duration.ofDays(7))), views(third)));
        assertThat(drift.views().views()).hasSize(3);
        weeks(3, 1, List.of());
        assertThat(drift.views().views())
                .extracting(OrganisationViews::from)
                .containsExactly(third);
    }
}

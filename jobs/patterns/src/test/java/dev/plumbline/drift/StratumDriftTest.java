package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A pod of which the organisation knows what bugs and features usually take. */
class StratumDriftTest {

    private static final Stratum BUG = Stratum.of("bug", null, 2);
    private static final Stratum FEATURE = Stratum.of("feature", null, 2);

    /** Features take e times as long as bugs. */
    private static final OrganisationView KNOWN =
            new OrganisationView(
                    0, new float[0], new StratumEffects(Map.of("t:bug", 0f, "t:feature", 1f)));

    private static final OrganisationView UNKNOWN = new OrganisationView(0, new float[0]);

    private final DriftRule rule =
            new DriftRule(
                    Pattern.ofDurations("cycle_time", "all"),
                    new FalseAlarmBudget(0.5, 4),
                    DriftingPod.CALENDAR);
    private final List<DriftSignal> told = new ArrayList<>();
    private final Random random = new Random(5);
    private DriftState state = DriftState.of("acme", "red");
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private int items;

    private void completes(Stratum stratum, double value, OrganisationView organisation) {
        now = DriftingPod.CALENDAR.after(now, Duration.ofHours(4).toMillis());
        items++;
        Episode episode =
                new Episode("T-" + items, now, (float) value, Float.NEGATIVE_INFINITY, stratum);
        hear(rule.completed(state, episode, organisation));
    }

    private void hear(DriftStep step) {
        state = step.state();
        if (step.told() != null) {
            told.add(step.told());
        }
    }

    /** Of ten episodes so many are features; log-sd 0.7, a bug takes four hours. */
    private void completes(int count, int features, OrganisationView organisation) {
        for (int at = 0; at < count; at++) {
            boolean feature = at % 10 < features;
            double value = Math.log(240) + (feature ? 1 : 0) + 0.7 * random.nextGaussian();
            completes(feature ? FEATURE : BUG, value, organisation);
        }
    }

    private List<DriftSignal> signals() {
        return told.stream().filter(row -> row.level() == DriftLevel.SIGNAL).toList();
    }

    @Test
    void aMonthOfFeaturesIsNoSlowPodWhereTheyAreKnownToTakeLonger() {
        completes(130, 2, KNOWN);
        completes(40, 10, KNOWN);
        assertThat(signals()).isEmpty();
    }

    @Test
    void itLooksLikeOneWhereThatIsNotKnown() {
        completes(130, 2, UNKNOWN);
        completes(40, 10, UNKNOWN);
        assertThat(signals()).isNotEmpty();
    }

    @Test
    void mediansAreThoseOfDurationsAsTheyWereAndTheRatioIsNot() {
        // Bugs of 100 to 109 minutes, features of e times as much; every second one of each.
        for (int at = 0; at < 130; at++) {
            double bug = Math.log1p(100 + at / 2 % 10);
            completes(at % 2 == 0 ? BUG : FEATURE, at % 2 == 0 ? bug : bug + 1, KNOWN);
        }
        // Then features only, each three times as long as a feature should be.
        for (int at = 0; at < 20; at++) {
            completes(FEATURE, Math.log1p(100 + at % 10) + 1 + Math.log(3), KNOWN);
        }
        DriftSignal signal = signals().get(0);
        // Half are bugs, up to 109 minutes, half features, from e times 101 less one: 273.5.
        assertThat(signal.referenceMedian()).isBetween(109.0, 273.5);
        // e times 3 times 101 to 110, less one: 823 to 896.
        assertThat(signal.currentMedian()).isBetween(822.0, 897.0);
        assertThat(signal.effect()).isCloseTo(3, within(0.15));
        assertThat(signal.effectOfOriginal()).isCloseTo(3, within(0.15));
    }

    @Test
    void effectsStayThoseOfTheDayTheReferenceWasFrozen() {
        // Ten a week: frozen after six weeks with 41, lengthened with 82 and then 100.
        completes(62, 5, UNKNOWN);
        assertThat(state.reference().own()).isEqualTo(41);
        assertThat(state.effects()).isEqualTo(StratumEffects.NONE);
        float[] before = state.recent().newest(10);
        assertThat(state.newest(10)).isEqualTo(before);

        completes(30, 5, KNOWN);
        assertThat(state.effects()).isEqualTo(StratumEffects.NONE);
        completes(11, 5, KNOWN);
        assertThat(state.reference().own()).isEqualTo(82);
        assertThat(state.effects()).isEqualTo(KNOWN.effects());
        // The recent ones are seen with the new effects; as they were, they are still known.
        float[] raw = state.recent().newest(82);
        float[] less = state.newest(82);
        int features = 0;
        for (int at = 0; at < 82; at++) {
            float subtracted = raw[at] - less[at];
            assertThat(subtracted < 0.5f ? subtracted : subtracted - 1).isCloseTo(0, within(1e-5f));
            features += subtracted > 0.5f ? 1 : 0;
        }
        assertThat(features).isBetween(40, 42);
    }

    @Test
    void theFirstReferenceIsComparedWithUnderTheEffectsInForce() {
        // Bugs only at first, features only later: the same pod, where features are known to take
        // e times as long.
        for (int at = 0; at < 62; at++) {
            completes(BUG, Math.log1p(100 + at % 10), UNKNOWN);
        }
        for (int at = 0; at < 41; at++) {
            completes(FEATURE, Math.log1p(100 + at % 10) + 1, KNOWN);
        }
        assertThat(state.originally(StratumEffects.NONE).ownMedian())
                .isCloseTo(Math.log1p(104.5), within(0.01));
        OrganisationView other =
                new OrganisationView(0, new float[0], new StratumEffects(Map.of("t:bug", 0.5f)));
        assertThat(state.originally(other.effects()).ownMedian())
                .isCloseTo(Math.log1p(104.5) - 0.5, within(0.01));
    }

    @Test
    void anOpenFeatureIsNotOldWhereABugWouldBe() {
        completes(130, 5, KNOWN);
        float age = (float) Episode.scale(Duration.ofHours(20).toMillis());
        hear(rule.tick(state, now, List.of()));
        DriftState before = state;
        hear(rule.tick(before, now, open(BUG, age)));
        double ofBugs = state.evidence().of(Detector.SURVIVAL);
        hear(rule.tick(before, now, open(FEATURE, age)));
        double ofFeatures = state.evidence().of(Detector.SURVIVAL);
        hear(rule.tick(before, now, open(BUG, age - 1)));
        assertThat(ofFeatures).isLessThan(ofBugs);
        // A feature of that age is as old as a bug that is younger by the effect.
        assertThat(ofFeatures).isEqualTo(state.evidence().of(Detector.SURVIVAL));
    }

    private static List<OpenEpisode> open(Stratum stratum, float age) {
        List<OpenEpisode> open = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            open.add(new OpenEpisode("O-" + at, Float.NEGATIVE_INFINITY, age, stratum));
        }
        return open;
    }

    @Test
    void ofMoreThanElevenKindsTheLaterOnesAreUnknown() {
        StratumCodes codes = StratumCodes.NONE;
        for (int kind = 0; kind < 20; kind++) {
            codes = codes.knowing(Stratum.of("type " + kind, null, 1));
        }
        Stratum last = Stratum.of("type 10", null, 5);
        Stratum beyond = Stratum.of("type 11", null, 5);
        byte[] both = {codes.code(last), codes.code(beyond)};
        assertThat(codes.strata(both)).containsExactly(last, new Stratum("unknown", "unknown", 5));
    }

    @Test
    void allOfThatStaysBelowFourKilobytes() {
        Map<String, Float> most = new HashMap<>();
        most.put("s:unknown", 0.1f);
        for (int weekday = 1; weekday <= 7; weekday++) {
            most.put("d:" + weekday, 0.1f);
        }
        for (int type = 0; type < 8; type++) {
            most.put("t:rather long" + (char) ('a' + type), 0.1f);
        }
        OrganisationView view = new OrganisationView(0, new float[0], new StratumEffects(most));
        for (int at = 0; at < 2000; at++) {
            double times = at / 300 % 2 == 0 ? 0 : 1.2;
            Stratum stratum = Stratum.of("rather long" + (char) ('a' + at % 11), null, 1 + at % 5);
            completes(stratum, 5 + times + random.nextGaussian(), view);
            assertThat(StateSize.bytes(state)).isLessThan(4_096);
        }
        assertThat(told).isNotEmpty();
    }
}

package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganisationRuleTest {

    /** A Monday. */
    private static final Instant WEEK = Instant.parse("2026-03-02T00:00:00Z");

    private static final Stratum BUG = Stratum.of("Bug", null, 2);
    private static final Stratum FEATURE = Stratum.of("feature", null, 2);

    private final Map<String, RecentEpisodes> pods = new HashMap<>();

    private static int minute(Instant at) {
        return (int) (at.getEpochSecond() / 60);
    }

    private void completes(String pod, double value, Stratum stratum, Duration before) {
        RecentEpisodes recent = pods.getOrDefault(pod, RecentEpisodes.none());
        pods.put(pod, recent.with((float) value, minute(WEEK.minus(before)), stratum));
    }

    private void completes(String pod, double value, Stratum stratum) {
        completes(pod, value, stratum, Duration.ofDays(1));
    }

    /** Values -1.45, -1.35 ... 1.45 about a level, in an order that repeats after ten pods. */
    private void thirtyAbout(String pod, double level, int count) {
        for (int at = 0; at < count; at++) {
            completes(pod, level - 1.45 + 0.1 * (at * 7 % 30), BUG);
        }
    }

    private OrganisationView view() {
        return OrganisationRule.view(pods, WEEK);
    }

    @Test
    void typesAreComparedWithinPods() {
        // Four pods of twenty features of 2 and twenty bugs of 4 each: bugs lie 2 above the median
        // of all, and 80 of 80 + 20 of that is believed.
        for (String pod : new String[] {"a", "b", "c", "d"}) {
            for (int episode = 0; episode < 20; episode++) {
                completes(pod, 2, FEATURE);
                completes(pod, 4, BUG);
            }
        }
        StratumEffects effects = view().effects();
        assertThat(effects.of(BUG) - effects.of(FEATURE)).isCloseTo(1.6, within(0.06));
    }

    @Test
    void aSlowPodThatOnlyMendsBugsDoesNotMakeBugsSlow() {
        for (int episode = 0; episode < 40; episode++) {
            completes("slow", 6, BUG);
            completes("fast", 4, FEATURE);
        }
        StratumEffects effects = view().effects();
        assertThat(effects.of(BUG)).isCloseTo(0, within(0.06));
        assertThat(effects.of(FEATURE)).isCloseTo(0, within(0.06));
    }

    @Test
    void residualsAreQuantilesAboutTheMediansOfThePods() {
        thirtyAbout("a", 3, 30);
        thirtyAbout("b", 5, 30);
        thirtyAbout("c", 8, 30);
        float[] residuals = view().residuals();
        // Thirty quantiles of thirty different values, each three times: those values.
        assertThat(residuals).hasSize(30);
        for (int at = 0; at < 30; at++) {
            assertThat((double) residuals[at]).isCloseTo(-1.45 + 0.1 * at, within(0.06));
        }
    }

    @Test
    void twoPodsWithThirtyTellOfThemselvesAndAreNotTold() {
        thirtyAbout("a", 3, 30);
        thirtyAbout("b", 5, 30);
        thirtyAbout("c", 8, 29);
        assertThat(view().residuals()).isEmpty();
    }

    @Test
    void whatIsOlderThanEightWeeksIsNotLookedAt() {
        thirtyAbout("a", 3, 30);
        thirtyAbout("b", 5, 30);
        for (int at = 0; at < 40; at++) {
            completes("c", 8 + at, BUG, Duration.ofDays(57));
        }
        assertThat(view().residuals()).isEmpty();
        assertThat(pods.get("c").sinceMinute(minute(WEEK.minus(OrganisationRule.KEPT)))).isZero();
        assertThat(pods.get("a").sinceMinute(minute(WEEK.minus(OrganisationRule.KEPT))))
                .isEqualTo(30);
    }

    @Test
    void successiveEpisodesThatAreAlikeShow() {
        for (String pod : new String[] {"a", "b", "c", "d"}) {
            for (int at = 0; at < 150; at++) {
                // Ten short ones, ten long ones: neighbours are alike nine times of ten.
                completes(pod, at / 10 % 2 == 0 ? 2 + at % 10 * 0.01 : 4 + at % 10 * 0.01, BUG);
            }
        }
        assertThat(view().autocorrelation()).isEqualTo(0.3);
    }

    @Test
    void thoseThatAreIndependentShowToo() {
        Random random = new Random(31);
        for (String pod : new String[] {"a", "b", "c", "d", "e", "f", "g", "h"}) {
            for (int at = 0; at < 150; at++) {
                completes(pod, random.nextGaussian(), BUG);
            }
        }
        // 1200 pairs: one standard error is 0.03; the hundred pairs of 0.2 add 0.015.
        assertThat(view().autocorrelation()).isCloseTo(0.015, within(0.08));
    }

    @Test
    void withoutPodsNothingIsKnown() {
        assertThat(view().autocorrelation()).isEqualTo(0.2);
        assertThat(view().residuals()).isEmpty();
        assertThat(view().effects()).isEqualTo(StratumEffects.NONE);
    }

    @Test
    void ofManyTypesTheMostFrequentOnesAreTold() {
        Random random = new Random(9);
        for (int episode = 0; episode < 150; episode++) {
            // Fifteen types, the first of them half of all.
            int type = episode % 2 == 0 ? 0 : 1 + episode / 2 % 14;
            double value = 2 + 0.3 * type + random.nextGaussian();
            completes("a", value, Stratum.of("type " + type, null, 1 + episode % 7));
            completes("b", value, Stratum.of("type " + type, null, 1 + episode % 7));
        }
        assertThat(view().effects().effects()).hasSize(16).containsKeys("d:1", "d:7", "t:type 0");
    }

    @Test
    void aWordIsKeptShortAndPlain() {
        assertThat(Stratum.of(" Bug ", "", 3)).isEqualTo(new Stratum("bug", "unknown", 3));
        assertThat(Stratum.of("customer-reported defect", null, 0).workType())
                .isEqualTo("customer-rep");
    }
}

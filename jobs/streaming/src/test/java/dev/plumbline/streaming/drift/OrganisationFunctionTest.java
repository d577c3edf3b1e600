package dev.plumbline.streaming.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.OrganisationViews;
import dev.plumbline.drift.Stratum;
import dev.plumbline.pod.CompletedEpisode;
import dev.plumbline.pod.DriftMetric;
import dev.plumbline.streaming.Rehearsal;
import dev.plumbline.streaming.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrganisationFunctionTest {

    private static final Settings WITHOUT_END = new Settings(null, Duration.ofDays(400), null);

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Stratum BUG = Stratum.of("bug", null, 1);

    private Rehearsal<CompletedEpisode, OrganisationViews> organisation;

    private Rehearsal<CompletedEpisode, OrganisationViews> start(Settings settings)
            throws Exception {
        organisation =
                new Rehearsal<>(
                        () -> new OrganisationFunction(settings, ZoneOffset.UTC),
                        CompletedEpisode::org);
        return organisation;
    }

    @AfterEach
    void stop() throws Exception {
        organisation.close();
    }

    private static Instant week(int number) {
        return START.plus(WEEK.multipliedBy(number));
    }

    private static CompletedEpisode episode(String pod, Instant at, double value) {
        return new CompletedEpisode("acme", pod, DriftMetric.CYCLES, at, (float) value, BUG);
    }

    /** Of three pods so many a day, for so many weeks; by chance, always the same. */
    private static List<CompletedEpisode> episodes(int weeks, int aDay) {
        Random random = new Random(8);
        List<CompletedEpisode> episodes = new ArrayList<>();
        for (int day = 0; day < 7 * weeks; day++) {
            for (String pod : List.of("red", "blue", "green")) {
                for (int one = 0; one < aDay; one++) {
                    Instant at =
                            START.plus(Duration.ofDays(day))
                                    .plus(Duration.ofMinutes(random.nextInt(1440)));
                    episodes.add(episode(pod, at, pod.length() + random.nextGaussian()));
                }
            }
        }
        return episodes;
    }

    private List<Instant> told() {
        return organisation.output().stream().map(OrganisationViews::from).toList();
    }

    private static List<String> words(List<OrganisationViews> told) {
        return told.stream().map(OrganisationFunctionTest::words).toList();
    }

    private static String words(OrganisationViews told) {
        StringBuilder words = new StringBuilder(told.org() + told.from());
        new TreeMap<>(told.views())
                .forEach(
                        (metric, view) ->
                                words.append(metric)
                                        .append(view.autocorrelation())
                                        .append(Arrays.toString(view.residuals()))
                                        .append(new TreeMap<>(view.effects().effects())));
        return words.toString();
    }

    @Test
    void aWeekRestsOnWhatWasCompletedBeforeItBegan() throws Exception {
        start(WITHOUT_END);
        for (String pod : List.of("red", "blue", "green")) {
            for (int at = 0; at < 30; at++) {
                organisation.hears(episode(pod, week(0).plusSeconds(60L * at), at));
                organisation.hears(episode(pod, week(1).plusSeconds(60L * at), 100 + at));
            }
        }
        organisation.clockReaches(week(1));
        // 0 to 29 in each pod, about a median of 14.5: from -14.5 on.
        assertThat(told()).containsExactly(week(1));
        float[] residuals = organisation.output().get(0).views().get("CYCLES").residuals();
        assertThat(residuals).hasSize(30);
        assertThat(residuals[0]).isBetween(-14.5f, -14f);
        assertThat(residuals[29]).isBetween(14f, 14.5f);
    }

    @Test
    void eachWeekHasItsViewHoweverTimePasses() throws Exception {
        List<CompletedEpisode> episodes = episodes(12, 1);
        // A pause of three weeks in the middle.
        episodes.removeIf(one -> !one.at().isBefore(week(5)) && one.at().isBefore(week(8)));
        start(WITHOUT_END);
        for (CompletedEpisode one : episodes) {
            organisation.hears(one);
        }
        organisation.streamEnds();
        List<String> atOnce = words(organisation.output());
        assertThat(told()).hasSize(12).startsWith(week(1), week(2)).endsWith(week(11), week(12));
        assertThat(organisation.timers()).isZero();

        for (long seed = 1; seed <= 3; seed++) {
            stop();
            start(WITHOUT_END);
            List<String> inSteps = words(inSteps(episodes, new Random(seed)));
            // Where the clock came to a week before the stream ended, the next one follows.
            assertThat(inSteps.subList(0, 12)).isEqualTo(atOnce);
        }
    }

    /** Days pass in steps; within one the order is any. */
    private List<OrganisationViews> inSteps(List<CompletedEpisode> episodes, Random random)
            throws Exception {
        List<OrganisationViews> told = new ArrayList<>();
        List<CompletedEpisode> waiting = new ArrayList<>(episodes);
        Collections.shuffle(waiting, random);
        Instant now = START;
        while (!waiting.isEmpty()) {
            now = now.plus(Duration.ofHours(1 + random.nextInt(24 * 12)));
            now = now.isAfter(week(12)) ? week(12) : now;
            for (CompletedEpisode one : List.copyOf(waiting)) {
                if (!one.at().isAfter(now)) {
                    organisation.hears(one);
                    waiting.remove(one);
                }
            }
            organisation.clockReaches(now);
            if (random.nextInt(3) == 0) {
                told.addAll(organisation.output());
                organisation.restarts();
            }
        }
        organisation.streamEnds();
        told.addAll(organisation.output());
        return told;
    }

    @Test
    void theClockStopsWhereItIsToldTo() throws Exception {
        start(Settings.bounded(week(3).plusSeconds(1)));
        for (CompletedEpisode one : episodes(1, 1)) {
            organisation.hears(one);
        }
        organisation.streamEnds();
        assertThat(told()).containsExactly(week(1), week(2), week(3));
    }

    @Test
    void afterEightWeeksNothingIsLeftAndThatIsTold() throws Exception {
        start(WITHOUT_END);
        for (CompletedEpisode one : episodes(1, 5)) {
            organisation.hears(one);
        }
        organisation.clockReaches(week(20));
        // The last one is completed in the first week: within eight weeks of the ninth one's
        // beginning, not of the tenth's.
        assertThat(told()).hasSize(9).endsWith(week(8), week(9));
        assertThat(organisation.output().get(7).views()).isNotEmpty();
        assertThat(organisation.output().get(8).views()).isEmpty();
        assertThat(organisation.stateEntries()).isZero();
        assertThat(organisation.timers()).isZero();
    }

    @Test
    void ofAHandoffToAnAgentBothMetricsLearn() throws Exception {
        start(WITHOUT_END);
        organisation.hears(
                new CompletedEpisode("acme", "red", DriftMetric.HANDOFFS_TO_AGENTS, START, 3, BUG));
        organisation.clockReaches(week(1));
        assertThat(organisation.output().get(0).views())
                .containsOnlyKeys("HANDOFFS", "HANDOFFS_TO_AGENTS");
    }
}

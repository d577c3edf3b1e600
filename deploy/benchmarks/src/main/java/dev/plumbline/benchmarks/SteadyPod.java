package dev.plumbline.benchmarks;

import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.Episode;
import dev.plumbline.drift.FalseAlarmBudget;
import dev.plumbline.drift.OrganisationView;
import dev.plumbline.drift.Pattern;
import dev.plumbline.time.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Episodes drawn beforehand, all told to the rule of one metric. */
final class SteadyPod {

    private final DriftRule rule =
            new DriftRule(
                    Pattern.ofDurations("cycle_time", "all"),
                    new FalseAlarmBudget(0.5, 16),
                    WorkCalendar.standard(ZoneOffset.UTC));
    private final List<Episode> episodes = new ArrayList<>();
    private DriftState state = DriftState.of("acme", "pod");

    SteadyPod(RandomGenerator random, int items) {
        Instant at = Instant.parse("2024-01-01T09:00:00Z");
        for (int item = 0; item < items; item++) {
            at = at.plus(Duration.ofHours(12));
            float value = (float) (6 + random.nextGaussian());
            episodes.add(new Episode("T-" + item, at, value, Float.NEGATIVE_INFINITY));
        }
    }

    void run() {
        for (Episode episode : episodes) {
            state = rule.completed(state, episode, OrganisationView.UNKNOWN).state();
        }
    }
}

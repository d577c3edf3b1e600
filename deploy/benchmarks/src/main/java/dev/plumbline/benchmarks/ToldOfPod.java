package dev.plumbline.benchmarks;

import dev.plumbline.drift.DriftRule;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.Episode;
import dev.plumbline.drift.OpenEpisode;
import dev.plumbline.drift.OrganisationView;
import java.time.Instant;
import java.util.List;

/**
 * What the rule of one metric is told.
 *
 * @param episode completed; null at a tick
 * @param open all that are open; null where an episode was completed
 */
record ToldOfPod(Episode episode, Instant at, List<OpenEpisode> open) {

    boolean isTick() {
        return episode == null;
    }

    DriftState tell(DriftRule rule, DriftState state) {
        return isTick()
                ? rule.tick(state, at, open).state()
                : rule.completed(state, episode, OrganisationView.UNKNOWN).state();
    }
}

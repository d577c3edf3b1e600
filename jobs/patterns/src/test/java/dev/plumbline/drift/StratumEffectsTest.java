package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StratumEffectsTest {

    private record Drawn(Stratum stratum, double value) {}

    @Test
    void findsWhatTypeSizeAndWeekdayAdd() {
        StratumEffects effects = StratumEffects.learned(counted(drawn(8_000)));
        double bug = effects.of(new Stratum("bug", "S", 1));
        // Features take 0.8 longer than bugs, large ones 1 longer than small ones, Fridays 0.5.
        assertThat(effects.of(new Stratum("feature", "S", 1)) - bug).isCloseTo(0.8, within(0.15));
        assertThat(effects.of(new Stratum("bug", "L", 1)) - bug).isCloseTo(1, within(0.15));
        assertThat(effects.of(new Stratum("bug", "S", 5)) - bug).isCloseTo(0.5, within(0.15));
    }

    @Test
    void believesAFewEpisodesLittle() {
        StratumCounts counts = StratumCounts.none();
        for (int episode = 0; episode < 60; episode++) {
            counts.add(new Stratum("bug", "S", 1), 2.02);
        }
        for (int episode = 0; episode < 20; episode++) {
            counts.add(new Stratum("feature", "S", 1), 4.02);
        }
        StratumEffects effects = StratumEffects.learned(counts);
        // Twenty features lie 2 above the median of all; 20 of 20 + 20 is believed, then twice.
        assertThat(effects.of(new Stratum("feature", "S", 1))).isCloseTo(1, within(0.06));
        assertThat(effects.of(new Stratum("bug", "S", 1))).isCloseTo(0, within(0.06));
    }

    @Test
    void doesNotDependOnTheOrder() {
        List<Drawn> drawn = drawn(500);
        StratumEffects one = StratumEffects.learned(counted(drawn));
        Collections.shuffle(drawn, new Random(2));
        assertThat(StratumEffects.learned(counted(drawn))).isEqualTo(one);
    }

    @Test
    void knowsNothingOfWhatItNeverSaw() {
        assertThat(StratumEffects.NONE.of(new Stratum("bug", "S", 1))).isZero();
        assertThat(StratumEffects.learned(StratumCounts.none()).effects()).isEmpty();
    }

    private static List<Drawn> drawn(int size) {
        Random random = new Random(17);
        List<Drawn> drawn = new ArrayList<>();
        for (int episode = 0; episode < size; episode++) {
            boolean feature = random.nextInt(4) == 0;
            boolean large = random.nextInt(3) == 0;
            int weekday = 1 + random.nextInt(5);
            double value =
                    6
                            + (feature ? 0.8 : 0)
                            + (large ? 1 : 0)
                            + (weekday == 5 ? 0.5 : 0)
                            + 0.7 * random.nextGaussian();
            Stratum stratum = new Stratum(feature ? "feature" : "bug", large ? "L" : "S", weekday);
            drawn.add(new Drawn(stratum, value));
        }
        return drawn;
    }

    private static StratumCounts counted(List<Drawn> drawn) {
        StratumCounts counts = StratumCounts.none();
        drawn.forEach(one -> counts.add(one.stratum(), one.value()));
        return counts;
    }
}

package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tools.json.EventRules;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Simulated ORGANISATION = Simulated.of(SimulationOptions.of(20, 12, 1));

    @Test
    void everyEventMeetsTheContract() {
        assertThat(ORGANISATION.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(EventRules.problem(event)).isEmpty());
    }
}

package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurvivalCusumTest {

    private static final double MOST = 10;

    @Test
    void waitingSpeaksForASlowdownAndCompletionAgainst() {
        // Half of the hazard gone through: 0.5 (0.8 - 0.2) = 0.3; a completion takes ln 2 = 0.6931.
        SurvivalCusum waited = SurvivalCusum.NONE.waited(0.2, 0.8).tick(MOST);
        assertThat(waited.value()).isCloseTo(0.3, within(1e-12));
        SurvivalCusum more = waited.waited(0, 2).completed().tick(MOST);
        assertThat(more.value()).isCloseTo(0.3 + 1 - 0.6931, within(1e-4));
        assertThat(more.completed().tick(MOST).value()).isZero();
    }

    @Test
    void theOrderOfItemsWithinATickDoesNotMatter() {
        SurvivalCusum one = SurvivalCusum.NONE.completed().waited(0, 2).tick(MOST);
        SurvivalCusum other = SurvivalCusum.NONE.waited(0, 2).completed().tick(MOST);
        assertThat(one.value()).isEqualTo(other.value()).isCloseTo(0.3069, within(1e-4));
    }

    @Test
    void aForgottenTicketAddsThreeAtMost() {
        SurvivalCusum forgotten = SurvivalCusum.NONE.waited(0, 4).tick(MOST).waited(4, 400);
        assertThat(forgotten.tick(MOST).value()).isCloseTo(3, within(1e-12));
        assertThat(forgotten.waited(400, 500).tick(MOST).value()).isCloseTo(3, within(1e-12));
    }

    @Test
    void aLongStopIsCutOffSoThatItFades() {
        SurvivalCusum stopped = SurvivalCusum.NONE;
        for (int item = 0; item < 50; item++) {
            stopped = stopped.waited(0, 6);
        }
        assertThat(stopped.tick(MOST).value()).isEqualTo(MOST);
    }

    @Test
    void nothingOpenAndNothingCompletedSaysNothing() {
        SurvivalCusum silent = SurvivalCusum.NONE;
        for (int tick = 0; tick < 10_000; tick++) {
            silent = silent.tick(MOST);
        }
        assertThat(silent.value()).isZero();
    }
}

package dev.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.StratumCounts;
import dev.plumbline.drift.StratumEffects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedWorkTest {

    private static final int MANY = 20_000;

    /** Work types 0.163, sizes 0.287 and weekdays 0.04: the means of their squares. */
    private static final double EXPLAINED = 0.49;

    @Test
    void kindsOfWorkExplainHalfOfTheVariance() {
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        double squares = 0;
        for (int piece = 0; piece < MANY; piece++) {
            double effect = SimulatedWork.next(piece % 5, random).effect();
            sum += effect;
            squares += effect * effect;
        }
        assertThat(sum / MANY).isBetween(-0.02, 0.02);
        assertThat(squares / MANY).isBetween(EXPLAINED - 0.02, EXPLAINED + 0.02);
    }

    @Test
    void twelveHundredEpisodesTeachMostOfIt() {
        SplittableRandom random = new SplittableRandom(12);
        StratumCounts counts = StratumCounts.none();
        for (int episode = 0; episode < 1_200; episode++) {
            SimulatedWork.Piece piece = SimulatedWork.next(episode % 5, random);
            double residual = SimulatedWork.RESIDUAL * random.nextGaussian();
            counts.add(piece.stratum(), 6 + piece.effect() + residual);
        }
        StratumEffects effects = StratumEffects.learned(counts);
        double sum = 0;
        double squares = 0;
        for (int piece = 0; piece < MANY; piece++) {
            SimulatedWork.Piece next = SimulatedWork.next(piece % 5, random);
            double left = next.effect() - effects.of(next.stratum());
            sum += left;
            squares += left * left;
        }
        double mean = sum / MANY;
        assertThat(squares / MANY - mean * mean).isLessThan(0.05 * EXPLAINED);
    }
}

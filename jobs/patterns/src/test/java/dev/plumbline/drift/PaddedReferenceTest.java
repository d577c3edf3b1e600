package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * False alarms of young pods, by simulation: their reference is padded to thirty with quantiles
 * about their own median, which they know badly, and grows by doubling as everywhere.
 */
class PaddedReferenceTest {

    private static final int SERIES = 2_000;
    private static final int ITEMS = 100;
    private static final double ARL0 = 2_000;
    private static final double AS_USUAL = share(30);

    /** What the organisation knows: thirty quantiles of a standard normal distribution. */
    private static float[] residuals() {
        float[] residuals = new float[30];
        for (int at = 0; at < residuals.length; at++) {
            residuals[at] = (float) NormalScores.of(2 * at + 1, residuals.length);
        }
        return residuals;
    }

    /** Of series in which nothing changes, how many alarm within a hundred items, either way. */
    private static double share(int own) {
        int alarms = 0;
        for (int series = 0; series < SERIES; series++) {
            alarms += alarms(new Random(1_000_003L * own + series), own) ? 1 : 0;
        }
        return (double) alarms / SERIES;
    }

    private static boolean alarms(Random random, int firstOwn) {
        RecentEpisodes recent = RecentEpisodes.none();
        for (int at = 0; at < firstOwn; at++) {
            recent = recent.with((float) random.nextGaussian(), at, Stratum.NONE);
        }
        int own = firstOwn;
        Reference reference = Reference.of(recent.newest(own), residuals(), 0);
        ShiryaevRoberts rise = ShiryaevRoberts.NONE;
        ShiryaevRoberts fall = ShiryaevRoberts.NONE;
        for (int at = 0; at < ITEMS; at++) {
            float value = (float) random.nextGaussian();
            recent = recent.with(value, firstOwn + at, Stratum.NONE);
            double score = RankScore.of(reference.values(), value);
            rise = LevelShift.step(rise, score);
            fall = LevelShift.step(fall, -score);
            int wanted = Math.min(Reference.FULL, 2 * own);
            if (own < Reference.FULL && recent.since(0) >= wanted) {
                own = wanted;
                reference = Reference.of(recent.newest(own), residuals(), 0);
            }
            double threshold = Thresholds.level(reference.size(), 0, ARL0).threshold();
            if (rise.evidence() >= threshold || fall.evidence() >= threshold) {
                return true;
            }
        }
        return false;
    }

    /** Standard error of a share of a fifth: 0.009. */
    @ParameterizedTest
    @ValueSource(ints = {8, 15, 25})
    void haveNotMuchMoreThanThoseWithThirtyOfTheirOwn(int own) {
        assertThat(share(own)).isLessThan(1.5 * AS_USUAL).isGreaterThan(0.5 * AS_USUAL);
    }

    /**
     * Two ways, each once in 2,000 items, would be 9.5 % of the series; references of chance have
     * about twice as many while they are young.
     */
    @Test
    void thoseWithThirtyHaveWhatYoungReferencesHave() {
        assertThat(AS_USUAL).isBetween(0.095, 0.22);
    }
}

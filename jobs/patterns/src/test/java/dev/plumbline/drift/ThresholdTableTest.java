package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTableTest {

    private static final ThresholdTable TABLE =
            ThresholdTable.parse(
                    List.of(
                            "# a remark",
                            "reference,arl0,threshold,error",
                            "50,100,2,0.1",
                            "50,10000,4,0.1",
                            "100,100,3,0.1",
                            "100,10000,6,0.1"));

    @Test
    void readsBetweenTheGridPointsOnTheScaleOfEachAxis() {
        assertThat(TABLE.at(50, 100)).isEqualTo(2);
        // 1,000 lies halfway between 100 and 10,000 in its logarithm.
        assertThat(TABLE.at(50, 1_000)).isCloseTo(3, within(1e-12));
        // 1/75 lies two thirds of the way from 1/50 to 1/100: 2 + 2/3.
        assertThat(TABLE.at(75, 100)).isCloseTo(2 + 2.0 / 3, within(1e-12));
        assertThat(TABLE.at(75, 1_000)).isCloseTo(3 + 2.0 / 3 * 1.5, within(1e-12));
    }

    @Test
    void holdsTheEdgeBeyondTheGrid() {
        assertThat(TABLE.at(20, 10)).isEqualTo(2);
        assertThat(TABLE.at(1_000, 1e9)).isEqualTo(6);
    }

    @Test
    void refusesAGridWithHoles() {
        assertThatThrownBy(
                        () ->
                                ThresholdTable.parse(
                                        List.of("a,b,threshold,error", "1,1,2,0", "2,2,2,0")))
                .hasMessage("A grid of 4 thresholds has 2 lines");
    }

    @Test
    void shippedThresholdsRiseWithWhatIsAskedOfThem() {
        double usual = Thresholds.level(100, 0, 1_000).threshold();
        // The prototype of another simulator found 6.0 for a reference of 100 and 1,000 items.
        assertThat(usual).isCloseTo(6.0, within(0.15));
        assertThat(Thresholds.level(100, 0, 5_000).threshold()).isGreaterThan(usual + 1);
        assertThat(Thresholds.level(100, 0.2, 1_000).threshold()).isGreaterThan(usual + 0.5);
        assertThat(Thresholds.survival(100, 0, 10, 208).threshold())
                .isGreaterThan(Thresholds.survival(100, 0, 10, 104).threshold());
        assertThat(Thresholds.rise(50, 0.1, 5_000).threshold())
                .isGreaterThan(Thresholds.rise(50, 0.1, 500).threshold());
    }

    @Test
    void saysWhatASmallReferenceCanHold() {
        Thresholds small = Thresholds.level(30, 0.3, 80_000);
        assertThat(small.threshold()).isEqualTo(ThresholdTable.CEILING);
        assertThat(small.arl0()).isBetween(1_000.0, 79_999.0);
        Thresholds large = Thresholds.level(100, 0, 2_000);
        assertThat(large.arl0()).isEqualTo(2_000);
    }
}

package dev.plumbline.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final long[] NONE = {};

    @Test
    void aCountOfNothingIsARealZero() {
        assertThat(Measure.count(0).value()).isZero();
        assertThat(Measure.count(0).nullReason()).isNull();
    }

    @Test
    void aRatioOfNothingIsNoDataAndNeverZero() {
        Measure measure = Measure.ratio(0, 0, 0);

        assertThat(measure.value()).isNull();
        assertThat(measure.nullReason()).isEqualTo("no_data");
    }

    @Test
    void aRatioKeepsHowManyStandBehindIt() {
        Measure measure = Measure.ratio(1, 4, 4);

        assertThat(measure.value()).isEqualTo(0.25);
        assertThat(measure.n()).isEqualTo(4);
    }

    @Test
    void durationsThatAllEndedHavePlainQuantilesAndMean() {
        // 10, 20, 30, 40: p50 = the 2nd, p75 = the 3rd, p90 and p95 = the 4th, mean 25
        Measure measure = Measure.durations(new long[] {40, 10, 30, 20}, NONE);

        assertThat(measure.n()).isEqualTo(4);
        assertThat(measure.value()).isEqualTo(25.0);
        assertThat(measure.p50()).isEqualTo(20.0);
        assertThat(measure.p75()).isEqualTo(30.0);
        assertThat(measure.p90()).isEqualTo(40.0);
        assertThat(measure.p95()).isEqualTo(40.0);
        assertThat(measure.nullReason()).isNull();
    }

    @Test
    void whatStillRunsPushesTheQuantilesUp() {
        // Ended 10 and 30, running 20. S: 2/3 after 10; at 30 one is at risk: 0.
        // p50 = 30 (2/3 > 1/2), all later too; mean 10 + 2/3 * 20 = 23.33..
        Measure measure = Measure.durations(new long[] {10, 30}, new long[] {20});

        assertThat(measure.n()).isEqualTo(2);
        assertThat(measure.p50()).isEqualTo(30.0);
        assertThat(measure.value()).isEqualTo(10 + 2.0 / 3 * 20);
    }

    @Test
    void aQuantileThatIsNotReachedIsNullWithItsReason() {
        // Ended 10, running 20 and 30: S stays at 2/3, no quantile from the median on.
        Measure measure = Measure.durations(new long[] {10}, new long[] {20, 30});

        assertThat(measure.p50()).isNull();
        assertThat(measure.p95()).isNull();
        assertThat(measure.nullReason()).isEqualTo("censored");
        assertThat(measure.n()).isEqualTo(1);
    }

    @Test
    void whereNothingEndedTheReasonTellsWhetherSomethingRuns() {
        assertThat(Measure.durations(NONE, NONE).nullReason()).isEqualTo("no_data");
        assertThat(Measure.durations(NONE, new long[] {5}).nullReason()).isEqualTo("censored");
        assertThat(Measure.durations(NONE, new long[] {5}).value()).isNull();
    }

    @Test
    void aSuppressedFigureShowsNotEvenItsNumber() {
        assertThat(Measure.suppressed().n()).isNull();
        assertThat(Measure.suppressed().value()).isNull();
        assertThat(Measure.suppressed().nullReason()).isEqualTo("suppressed");
    }
}

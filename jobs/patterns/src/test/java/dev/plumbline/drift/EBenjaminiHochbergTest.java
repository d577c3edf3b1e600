package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EBenjaminiHochbergTest {

    @Test
    void publishesAsManyAsTheirEValuesAllow() {
        // Five pods, a fifth false allowed: one needs 25, two 12.5 each, three 8.33.
        double[] eValues = {30, 1, 9, 8.5, 0};
        assertThat(EBenjaminiHochberg.cut(eValues, 0.2)).isEqualTo(8.5);
        assertThat(EBenjaminiHochberg.cut(new double[] {24, 1, 9, 8, 0}, 0.2))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(EBenjaminiHochberg.cut(new double[] {25, 1, 9, 8, 0}, 0.2)).isEqualTo(25);
        assertThat(EBenjaminiHochberg.cut(new double[] {}, 0.2))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void theMeanOfAPodsMetricsIsItsEvidence() {
        // At its threshold a detector's e-value is its ARL0; ln 2 below it, half of that.
        Thresholds inForce = new Thresholds(7, 1_000);
        double full = CombinedEvidence.eValue(7, inForce);
        double half = CombinedEvidence.eValue(7 - Math.log(2), inForce);
        assertThat(full).isCloseTo(1_000, within(1e-9));
        assertThat(CombinedEvidence.mean(full, half, 0)).isCloseTo(500, within(1e-9));
        assertThat(CombinedEvidence.mean()).isZero();
    }

    @Test
    void theBudgetIsSharedByAllThatCanRaiseAnAlarm() {
        // Half an alarm a year over 4 detectors: each one every 8 years, 416 weeks.
        FalseAlarmBudget budget = new FalseAlarmBudget(0.5, 4);
        assertThat(budget.weeks()).isEqualTo(416);
        assertThat(budget.items(10)).isEqualTo(4_160);
        assertThat(budget.forWatch().items(10)).isEqualTo(832);
    }
}

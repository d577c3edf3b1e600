package dev.plumbline.stall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapHistoryTest {

    private static final GapSums ONE = GapSums.of(60_000);
    private static final GapSums OTHER = GapSums.of(6_000_000);

    @Test
    void rulesOnADayByTheEightWeeksBeforeIt() {
        GapHistory history = GapHistory.empty();
        history.add(100, ONE);
        history.add(155, OTHER);
        assertThat(history.before(100)).isEqualTo(GapSums.NONE);
        assertThat(history.before(101)).isEqualTo(ONE);
        assertThat(history.before(155)).isEqualTo(ONE);
        assertThat(history.before(156)).isEqualTo(ONE.plus(OTHER));
        assertThat(history.before(157)).isEqualTo(OTHER);
        assertThat(history.before(212)).isEqualTo(GapSums.NONE);
    }

    @Test
    void changesTheDayAfterAGapAndEightWeeksLater() {
        GapHistory history = GapHistory.empty();
        history.add(102, OTHER);
        history.add(100, ONE);
        history.add(102, ONE);
        assertThat(history.before(103)).isEqualTo(ONE.plus(ONE).plus(OTHER));
        assertThat(history.changesOn(100)).isFalse();
        assertThat(history.changesOn(101)).isTrue();
        assertThat(history.changesOn(102)).isFalse();
        assertThat(history.changesOn(103)).isTrue();
        assertThat(history.changesOn(104)).isFalse();
        assertThat(history.changesOn(157)).isTrue();
    }

    @Test
    void forgetsWhatNoLaterDayLooksAt() {
        GapHistory history = GapHistory.empty();
        history.add(100, ONE);
        history.evictBefore(156);
        assertThat(history.before(156)).isEqualTo(ONE);
        history.evictBefore(157);
        assertThat(history.isEmpty()).isTrue();
    }
}

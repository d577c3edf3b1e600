package dev.plumbline.debt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitHistoryTest {

    private static final long MONDAY = LocalDate.of(2026, 3, 2).toEpochDay();

    @Test
    void upTo255SecondsAreExact() {
        for (long seconds = 0; seconds < 256; seconds++) {
            assertThat(Waits.longest(Waits.bucket(seconds))).isEqualTo(seconds);
        }
        assertThat(Waits.longest(Waits.bucket(256))).isEqualTo(257);
    }

    @Test
    void aWaitIsNeverBeyondItsBucketNorTheBucketBeyondEightInAThousand() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            long seconds = random.nextLong(1L << (1 + random.nextInt(40)));
            long longest = Waits.longest(Waits.bucket(seconds));
            assertThat(longest).isBetween(seconds, seconds + seconds / 125);
        }
    }

    @Test
    void quantilesAreWaitsThatWereSeen() {
        WaitHistory history = WaitHistory.empty();
        for (long seconds = 1; seconds <= 40; seconds++) {
            history.add(seconds);
        }
        assertThat(history.on(MONDAY).n()).isZero();
        history.close(MONDAY);

        assertThat(history.on(MONDAY + 1)).isEqualTo(new Baseline(40, 20, 30, 36));
    }

    @Test
    void theOpenWeekAndTheEightBeforeItCount() {
        WaitHistory history = WaitHistory.empty();
        history.add(60);
        history.close(MONDAY);
        history.add(90);
        history.close(MONDAY + 7);

        assertThat(history.on(MONDAY + 9 * 7 - 1).n()).isEqualTo(2);
        assertThat(history.on(MONDAY + 9 * 7).n()).isEqualTo(1);
        history.close(MONDAY + 9 * 7 - 1);
        assertThat(history.weeks()).hasSize(1);
        assertThat(history.forgottenOn()).isEqualTo(MONDAY + 10 * 7);
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(WaitHistory.weekOf(MONDAY)).isEqualTo(WaitHistory.weekOf(MONDAY + 6));
        assertThat(WaitHistory.weekOf(MONDAY - 1)).isEqualTo(WaitHistory.weekOf(MONDAY) - 1);
    }
}

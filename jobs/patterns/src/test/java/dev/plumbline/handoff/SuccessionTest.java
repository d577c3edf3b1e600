package dev.plumbline.handoff;

import static dev.plumbline.work.Happening.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SuccessionTest {

    /** One owner an hour from Monday 09:00 on; "-" is nobody. */
    private static Succession of(String... owners) {
        Succession succession = Succession.EMPTY;
        for (int hour = 0; hour < owners.length; hour++) {
            String owner = owners[hour].equals("-") ? null : owners[hour];
            succession = succession.next(owner, at("Mon %02d:00".formatted(9 + hour)));
        }
        return succession;
    }

    @Test
    void theFirstOwnerIsNoChange() {
        assertThat(of("ana").changes()).isZero();
    }

    @Test
    void nobodyInBetweenChangesNothing() {
        Succession succession = of("ana", "-", "ana");

        assertThat(succession.changes()).isZero();
        assertThat(succession.bounces()).isZero();
    }

    @Test
    void theSameOwnerAgainChangesNothing() {
        assertThat(of("ana", "ana", "ben").changes()).isEqualTo(1);
    }

    @Test
    void comingBackIsABounce() {
        Succession succession = of("ana", "ben", "ana");

        assertThat(succession.changes()).isEqualTo(2);
        assertThat(succession.bounces()).isEqualTo(1);
        assertThat(succession.isPingPong()).isFalse();
        assertThat(succession.pingPongSeconds()).isZero();
    }

    @Test
    void comingBackOverNobodyIsABounce() {
        assertThat(of("ana", "-", "ben", "-", "ana").bounces()).isEqualTo(1);
    }

    @Test
    void comingBackOverTwoOthersIsNone() {
        assertThat(of("ana", "ben", "cara", "ana").bounces()).isZero();
    }

    @Test
    void pingPongLastsFromTheFirstBounceToTheLast() {
        // ana 09, ben 10, ana 11 (bounce), ben 12 (bounce), ana 13 (bounce)
        Succession succession = of("ana", "ben", "ana", "ben", "ana");

        assertThat(succession.bounces()).isEqualTo(3);
        assertThat(succession.isPingPong()).isTrue();
        assertThat(succession.pingPongSeconds()).isEqualTo(2 * 3600);
    }
}

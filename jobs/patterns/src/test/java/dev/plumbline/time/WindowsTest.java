package dev.plumbline.time;

import static dev.plumbline.time.Grain.DAY;
import static dev.plumbline.time.Grain.WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
    private static final Windows MADRID = new Windows(ZoneId.of("Europe/Madrid"));

    @Test
    void startsADayAtLocalMidnightAndEndsItAtTheNext() {
        Instant noon = at("2026-03-26T12:00:00+01:00");
        assertThat(MADRID.start(DAY, noon)).isEqualTo(at("2026-03-26T00:00:00+01:00"));
        assertThat(MADRID.end(DAY, noon)).isEqualTo(at("2026-03-27T00:00:00+01:00"));
        assertThat(MADRID.dayOf(noon)).isEqualTo(LocalDate.of(2026, 3, 26));
    }

    @Test
    void startsAWeekOnMondayAndGivesTheInstantOfMidnightToTheNewOne() {
        Instant sundayNight = at("2026-03-29T23:59:59.999+02:00");
        Instant monday = at("2026-03-30T00:00:00+02:00");
        assertThat(MADRID.start(WEEK, sundayNight)).isEqualTo(at("2026-03-23T00:00:00+01:00"));
        assertThat(MADRID.end(WEEK, sundayNight)).isEqualTo(monday);
        assertThat(MADRID.start(WEEK, monday)).isEqualTo(monday);
    }

    @Test
    void makesDaysAndWeeksShorterAndLongerWhereTheClocksChange() {
        assertThat(length(DAY, at("2026-03-29T12:00:00+02:00"))).isEqualTo(Duration.ofHours(23));
        assertThat(length(DAY, at("2026-10-25T12:00:00+01:00"))).isEqualTo(Duration.ofHours(25));
        assertThat(length(WEEK, at("2026-03-29T12:00:00+02:00"))).isEqualTo(Duration.ofHours(167));
    }

    @Test
    void skipsTheDayThatSamoaSkipped() {
        Windows apia = new Windows(ZoneId.of("Pacific/Apia"));
        Instant thursday = at("2011-12-29T12:00:00-10:00");
        assertThat(apia.end(DAY, thursday)).isEqualTo(at("2011-12-31T00:00:00+14:00"));
        assertThat(Duration.between(apia.start(WEEK, thursday), apia.end(WEEK, thursday)))
                .isEqualTo(Duration.ofDays(6));
    }

    @Test
    void startsADayAtOneWhereMidnightDoesNotExist() {
        Windows saoPaulo = new Windows(ZoneId.of("America/Sao_Paulo"));
        assertThat(saoPaulo.start(DAY, at("2018-11-04T12:00:00-02:00")))
                .isEqualTo(at("2018-11-04T01:00:00-02:00"));
    }

    @Test
    void givesTheRepeatedEndOfADayToTheNextDay() {
        // Newfoundland set its clocks back from Sunday 00:01 to Saturday 23:01.
        Windows stJohns = new Windows(ZoneId.of("America/St_Johns"));
        Instant secondHalfPastEleven = at("2010-11-06T23:30:00-03:30");
        assertThat(stJohns.dayOf(secondHalfPastEleven)).isEqualTo(LocalDate.of(2010, 11, 7));
        assertThat(stJohns.start(DAY, secondHalfPastEleven))
                .isEqualTo(at("2010-11-07T00:00:00-02:30"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Madrid", "America/St_Johns", "America/Sao_Paulo", "Pacific/Apia"})
    void putsEveryInstantIntoExactlyOneWindow(String zone) {
        Windows windows = new Windows(ZoneId.of(zone));
        Random random = new Random(7);
        for (int draw = 0; draw < 5_000; draw++) {
            Instant at = Instant.ofEpochSecond(1_000_000_000L + random.nextInt(800_000_000));
            for (Grain grain : Grain.values()) {
                Instant start = windows.start(grain, at);
                Instant end = windows.end(grain, at);
                assertThat(start).as("seed 7").isBeforeOrEqualTo(at);
                assertThat(end).as("seed 7").isAfter(at);
                assertThat(windows.start(grain, end)).as("seed 7").isEqualTo(end);
                Instant last = end.minusNanos(1);
                assertThat(windows.start(grain, last)).as("seed 7").isEqualTo(start);
            }
        }
    }

    @Test
    void writesGrainsAsWords() {
        assertThat(Grain.WEEK.word()).isEqualTo("week");
        assertThat(Grain.DAY.word()).isEqualTo("day");
    }

    private static Duration length(Grain grain, Instant at) {
        return Duration.between(MADRID.start(grain, at), MADRID.end(grain, at));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}

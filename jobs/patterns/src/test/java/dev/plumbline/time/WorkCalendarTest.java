package dev.plumbline.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
    private static final WorkCalendar STANDARD = WorkCalendar.standard(MADRID);

    @Test
    void countsTenHoursOverAWeekendInWhichTheClocksGoForward() {
        Instant thursdayAtFour = at("2026-03-26T16:00:00+01:00");
        Instant mondayAtTen = at("2026-03-30T10:00:00+02:00");
        assertThat(Duration.between(thursdayAtFour, mondayAtTen).toSeconds()).isEqualTo(320_400);
        assertThat(STANDARD.workingSeconds(thursdayAtFour, mondayAtTen)).isEqualTo(36_000);
    }

    @Test
    void countsFortyFiveMinutesOverGoodFriday() {
        Instant thursdayAtHalfPastFour = at("2026-04-02T16:30:00+02:00");
        Instant mondayAtQuarterPastNine = at("2026-04-06T09:15:00+02:00");
        assertThat(
                        holidayOn(GOOD_FRIDAY, MADRID)
                                .workingSeconds(thursdayAtHalfPastFour, mondayAtQuarterPastNine))
                .isEqualTo(2_700);
        assertThat(STANDARD.workingSeconds(thursdayAtHalfPastFour, mondayAtQuarterPastNine))
                .isEqualTo(2_700 + 8 * 3_600);
    }

    @Test
    void findsTheInstantAtWhichSoMuchHasBeenWorked() {
        Instant fridayAtFour = at("2026-03-20T16:00:00+01:00");
        Instant saturday = at("2026-03-21T12:00:00+01:00");
        assertThat(STANDARD.after(fridayAtFour, 3_600_000))
                .isEqualTo(at("2026-03-20T17:00:00+01:00"));
        assertThat(STANDARD.after(fridayAtFour, 3_600_001))
                .isEqualTo(at("2026-03-23T09:00:00.001+01:00"));
        assertThat(STANDARD.after(saturday, 8 * 3_600_000L))
                .isEqualTo(at("2026-03-23T17:00:00+01:00"));
        assertThat(STANDARD.after(saturday, 0)).isEqualTo(saturday);
    }

    @Test
    void countsNothingAtNightAtTheWeekendAndBackwards() {
        Instant fridayAtFive = at("2026-03-20T17:00:00+01:00");
        Instant mondayAtNine = at("2026-03-23T09:00:00+01:00");
        assertThat(STANDARD.workingMillis(fridayAtFive, mondayAtNine)).isZero();
        assertThat(STANDARD.workingMillis(mondayAtNine, mondayAtNine)).isZero();
        assertThat(STANDARD.workingMillis(mondayAtNine.plusSeconds(60), mondayAtNine)).isZero();
    }

    @Test
    void includesTheFirstMillisecondOfWorkAndNoneAfterTheLast() {
        Instant mondayAtNine = at("2026-03-23T09:00:00+01:00");
        Instant mondayAtFive = at("2026-03-23T17:00:00+01:00");
        assertThat(STANDARD.workingMillis(mondayAtNine.minusMillis(5), mondayAtNine.plusMillis(1)))
                .isEqualTo(1);
        assertThat(STANDARD.workingMillis(mondayAtFive.minusMillis(1), mondayAtFive.plusMillis(5)))
                .isEqualTo(1);
    }

    @Test
    void cutsFractionsOfASecondOff() {
        Instant mondayAtTen = at("2026-03-23T10:00:00+01:00");
        assertThat(STANDARD.workingSeconds(mondayAtTen, mondayAtTen.plusMillis(1_999))).isOne();
        assertThat(STANDARD.workingSeconds(mondayAtTen, mondayAtTen.plusMillis(999))).isZero();
    }

    @Test
    void givesTheDaysOfTheClockChangeTwentyThreeAndTwentyFiveHours() {
        WorkCalendar always = roundTheClock(MADRID);
        assertThat(
                        always.workingSeconds(
                                at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00")))
                .isEqualTo(23 * 3_600);
        assertThat(
                        always.workingSeconds(
                                at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00")))
                .isEqualTo(25 * 3_600);
    }

    @Test
    void leavesOutTheHourThatDoesNotExist() {
        WorkCalendar early = calendar(MADRID, LocalTime.of(2, 30), LocalTime.of(10, 0), Set.of());
        // 02:30 does not exist on that Sunday: work starts at 03:00, seven hours before 10:00.
        assertThat(early.workingSeconds(at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00")))
                .isEqualTo(7 * 3_600);
    }

    @Test
    void countsTheHourThatIsThereTwiceTwice() {
        WorkCalendar early = calendar(MADRID, LocalTime.of(2, 30), LocalTime.of(10, 0), Set.of());
        // 02:30-03:00 in summer time, back to 02:00, then 02:30-10:00 in winter time.
        assertThat(early.workingSeconds(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00")))
                .isEqualTo(8 * 3_600);
    }

    @Test
    void knowsThatSamoaHadNoThirtiethOfDecember2011() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Instant thursdayAtTen = at("2011-12-29T10:00:00-10:00");
        Instant saturdayAtTen = at("2011-12-31T10:00:00+14:00");
        assertThat(Duration.between(thursdayAtTen, saturdayAtTen)).isEqualTo(Duration.ofHours(24));
        // Thursday 10:00-17:00; the Friday never was.
        assertThat(WorkCalendar.standard(apia).workingSeconds(thursdayAtTen, saturdayAtTen))
                .isEqualTo(7 * 3_600);
        assertThat(roundTheClock(apia).workingSeconds(thursdayAtTen, saturdayAtTen))
                .isEqualTo(24 * 3_600);
    }

    @Test
    void countsTenYearsOfWorkingDays() {
        // 522 weeks from a Monday to a Monday, in all 2,610 days of eight hours.
        Instant start = at("2016-01-04T00:00:00+01:00");
        Instant end = at("2026-01-05T00:00:00+01:00");
        assertThat(STANDARD.workingSeconds(start, end)).isEqualTo(522L * 5 * 8 * 3_600);
    }

    @Test
    void countsFrom1990To2100AndNothingOutside() {
        WorkCalendar always = roundTheClock(ZoneOffset.UTC);
        long allMillis =
                Duration.between(at("1990-01-01T00:00Z"), at("2101-01-01T00:00Z")).toMillis();
        assertThat(always.workingMillis(Instant.MIN, Instant.MAX)).isEqualTo(allMillis);
        assertThat(always.workingMillis(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(allMillis);
        assertThat(always.workingMillis(Instant.EPOCH, at("1990-01-01T00:00:01Z")))
                .isEqualTo(1_000);
    }

    @Test
    void refusesHoursThatEndBeforeTheyStartAndAWeekWithoutWork() {
        assertThatThrownBy(
                        () -> calendar(MADRID, LocalTime.of(17, 0), LocalTime.of(9, 0), Set.of()))
                .hasMessage("Working hours must end after they start: 17:00-09:00");
        assertThatThrownBy(
                        () ->
                                new WorkCalendar(
                                        MADRID, Set.of(), LocalTime.NOON, LocalTime.MAX, Set.of()))
                .hasMessage("A calendar needs at least one working day");
    }

    @Test
    void keepsItsAnswersOverSerialisation() throws IOException, ClassNotFoundException {
        WorkCalendar calendar = holidayOn(GOOD_FRIDAY, MADRID);
        Instant from = at("2026-04-02T16:30:00+02:00");
        Instant to = at("2026-04-06T09:15:00+02:00");
        assertThat(calendar.workingSeconds(from, to)).isEqualTo(2_700);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(calendar);
        }
        assertThat(bytes.size()).isLessThan(2_000);
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            WorkCalendar copy = (WorkCalendar) in.readObject();
            assertThat(copy).isEqualTo(calendar).hasSameHashCodeAs(calendar);
            assertThat(copy.workingSeconds(from, to)).isEqualTo(2_700);
        }
    }

    private static WorkCalendar holidayOn(LocalDate date, ZoneId zone) {
        return new WorkCalendar(
                zone,
                EnumSet.range(MONDAY, FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                Set.of(date));
    }

    private static WorkCalendar roundTheClock(ZoneId zone) {
        return calendar(zone, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of());
    }

    private static WorkCalendar calendar(
            ZoneId zone, LocalTime from, LocalTime to, Set<LocalDate> holidays) {
        return new WorkCalendar(zone, EVERY_DAY, from, to, holidays);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}

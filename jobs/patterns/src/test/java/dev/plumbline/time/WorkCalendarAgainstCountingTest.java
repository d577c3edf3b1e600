package dev.plumbline.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table against a count of minutes that knows nothing of tables, spans and transitions. */
class WorkCalendarAgainstCountingTest {
    private static final long SEED = 20_261_120;
    private static final int INTERVALS_PER_CALENDAR = 25;
    private static final long MINUTE_MILLIS = 60_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Madrid",
                "America/New_York",
                "America/Sao_Paulo", // clocks changed at midnight
                "America/St_Johns", // at one minute past midnight, half-hour zone
                "Asia/Kolkata", // half-hour zone
                "Asia/Kathmandu", // quarter-hour zone
                "Australia/Adelaide", // southern, half-hour zone
                "Australia/Lord_Howe", // southern, clocks change by half an hour
                "Africa/Casablanca", // four changes a year
                "Pacific/Apia" // without 2011-12-30
            })
    void agreesWithCountingMinutes(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(SEED);
        for (WorkCalendar calendar : calendars(zone, random)) {
            for (int interval = 0; interval < INTERVALS_PER_CALENDAR; interval++) {
                Instant from = nearAClockChange(zone, random);
                Instant to = from.plusMillis(random.nextLong(Duration.ofDays(21).toMillis()));
                assertThat(calendar.workingMillis(from, to))
                        .as("seed %s: %s in [%s, %s)", SEED, calendar, from, to)
                        .isEqualTo(countedMillis(calendar, from, to));
            }
        }
    }

    @Test
    void agreesWithCountingTheMinutesOfTenYears() {
        WorkCalendar calendar = WorkCalendar.standard(ZoneId.of("Europe/Madrid"));
        Instant from = Instant.parse("2015-06-03T11:07:13.250Z");
        Instant to = Instant.parse("2025-06-03T09:41:59.875Z");
        assertThat(calendar.workingMillis(from, to)).isEqualTo(countedMillis(calendar, from, to));
    }

    @Test
    void answersAMillionTimesForTenYearsInWellUnderFiveSeconds() {
        WorkCalendar calendar = WorkCalendar.standard(ZoneId.of("Europe/Madrid"));
        Instant from = Instant.parse("2015-06-03T11:07:13Z");
        Instant to = Instant.parse("2025-06-03T09:41:59Z");
        long started = System.nanoTime();
        long sum = 0;
        for (int call = 0; call < 1_000_000; call++) {
            sum += calendar.workingMillis(from.plusMillis(call), to);
        }
        assertThat(sum).isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    private static List<WorkCalendar> calendars(ZoneId zone, Random random) {
        Set<DayOfWeek> everyDay = EnumSet.allOf(DayOfWeek.class);
        Set<LocalDate> holidays = new HashSet<>();
        for (int holiday = 0; holiday < 400; holiday++) {
            holidays.add(LocalDate.of(2005, 1, 1).plusDays(random.nextInt(22 * 365)));
        }
        LocalTime midnight = LocalTime.MIDNIGHT;
        return List.of(
                WorkCalendar.standard(zone),
                new WorkCalendar(zone, everyDay, midnight, midnight, holidays),
                new WorkCalendar(
                        zone, everyDay, LocalTime.of(0, 15), LocalTime.of(2, 45), Set.of()),
                new WorkCalendar(zone, everyDay, LocalTime.of(22, 40), midnight, Set.of()),
                new WorkCalendar(
                        zone,
                        EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(1, 30),
                        LocalTime.of(23, 30),
                        holidays));
    }

    /** Up to ten days before a change of the zone's offset between 2005 and 2027, where any. */
    private static Instant nearAClockChange(ZoneId zone, Random random) {
        Instant any =
                Instant.parse("2005-01-01T00:00:00Z")
                        .plusMillis(random.nextLong(Duration.ofDays(22 * 365).toMillis()));
        ZoneOffsetTransition change = zone.getRules().nextTransition(any);
        Instant anchor = change == null ? any : change.getInstant();
        return anchor.minusMillis(random.nextLong(Duration.ofDays(10).toMillis()));
    }

    private static long countedMillis(WorkCalendar calendar, Instant from, Instant to) {
        long fromMillis = from.toEpochMilli();
        long toMillis = to.toEpochMilli();
        long counted = 0;
        long minute = Math.floorDiv(fromMillis, MINUTE_MILLIS) * MINUTE_MILLIS;
        for (; minute < toMillis; minute += MINUTE_MILLIS) {
            if (works(calendar, Instant.ofEpochMilli(minute))) {
                counted +=
                        Math.min(toMillis, minute + MINUTE_MILLIS) - Math.max(fromMillis, minute);
            }
        }
        return counted;
    }

    private static boolean works(WorkCalendar calendar, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, calendar.zone());
        LocalTime time = local.toLocalTime();
        boolean inHours =
                !time.isBefore(calendar.from())
                        && (calendar.to().equals(LocalTime.MIDNIGHT)
                                || time.isBefore(calendar.to()));
        return inHours && calendar.worksOn(local.toLocalDate());
    }
}

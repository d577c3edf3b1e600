package dev.plumbline.streaming.directory;

import dev.plumbline.time.WorkCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads zone, days, hours and holidays; what is not written is taken from another calendar. */
final class CalendarYaml {
    static final List<String> KEYS = List.of("zone", "days", "hours", "holidays");
    private static final Pattern HOURS =
            Pattern.compile("\\s*(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})\\s*");
    private static final int MINUTES_PER_DAY = 24 * 60;

    private ZoneId zone;
    private Set<DayOfWeek> days;
    private LocalTime from;
    private LocalTime to;
    private Set<LocalDate> holidays;

    private CalendarYaml(WorkCalendar otherwise) {
        zone = otherwise.zone();
        days = otherwise.days();
        from = otherwise.from();
        to = otherwise.to();
        holidays = otherwise.holidays();
    }

    static WorkCalendar read(Map<String, YamlValue> fields, WorkCalendar otherwise) {
        CalendarYaml calendar = new CalendarYaml(otherwise);
        if (fields.containsKey("zone")) {
            calendar.readZone(fields.get("zone"));
        }
        if (fields.containsKey("days")) {
            calendar.readDays(fields.get("days"));
        }
        if (fields.containsKey("hours")) {
            calendar.readHours(fields.get("hours"));
        }
        if (fields.containsKey("holidays")) {
            calendar.readHolidays(fields.get("holidays"));
        }
        return new WorkCalendar(
                calendar.zone, calendar.days, calendar.from, calendar.to, calendar.holidays);
    }

    private void readZone(YamlValue value) {
        String text = value.text();
        if (text == null) {
            return;
        }
        try {
            zone = ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            String meant = Suggestion.of(text.strip(), ZoneId.getAvailableZoneIds());
            value.isWrong(
                    "unknown zone '"
                            + text
                            + "'"
                            + (meant.isEmpty() ? ", write one like Europe/Madrid" : meant));
        }
    }

    private void readDays(YamlValue value) {
        EnumSet<DayOfWeek> read = EnumSet.noneOf(DayOfWeek.class);
        if (value.isList()) {
            value.items().forEach(item -> addDays(item, read));
        } else {
            addDays(value, read);
        }
        if (!read.isEmpty()) {
            days = read;
        } else if (value.isList() && value.items().isEmpty()) {
            value.isWrong("a calendar needs at least one working day");
        }
    }

    private static void addDays(YamlValue value, Set<DayOfWeek> read) {
        String text = value.text();
        if (text == null) {
            return;
        }
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", 2);
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = ends.length == 1 ? first : day(ends[1]);
            if (first == null || last == null) {
                value.isWrong("no days '" + text + "', write them like MON-FRI or MON,TUE,THU");
                return;
            }
            read.add(first);
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                read.add(day.plus(1));
            }
        }
    }

    /** The day of that name, short or in full; null where there is none. */
    private static DayOfWeek day(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(upper) || day.name().substring(0, 3).equals(upper)) {
                return day;
            }
        }
        return null;
    }

    private void readHours(YamlValue value) {
        String text = value.text();
        if (text == null) {
            return;
        }
        Matcher hours = HOURS.matcher(text);
        int start = hours.matches() ? minuteOfDay(hours.group(1), hours.group(2)) : -1;
        int end = start < 0 ? -1 : minuteOfDay(hours.group(3), hours.group(4));
        if (start < 0 || end < 0) {
            value.isWrong("no hours '" + text + "', write them like \"09:00-17:00\"");
        } else if (end <= start) {
            value.isWrong(
                    "hours '"
                            + text
                            + "' must end after they start, on the same day (24:00 at most)");
        } else {
            from = LocalTime.ofSecondOfDay(start * 60L);
            to = LocalTime.ofSecondOfDay(end % MINUTES_PER_DAY * 60L);
        }
    }

    private static int minuteOfDay(String hour, String minute) {
        int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return minutes > MINUTES_PER_DAY || Integer.parseInt(minute) > 59 ? -1 : minutes;
    }

    private void readHolidays(YamlValue value) {
        Set<LocalDate> read = new HashSet<>();
        for (YamlValue item : value.items()) {
            LocalDate date = date(item);
            if (date != null) {
                read.add(date);
            }
        }
        holidays = read;
    }

    /** A date as YYYY-MM-DD; null, and a problem, where it is none. */
    static LocalDate date(YamlValue value) {
        String text = value.text();
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == "2026-04-03".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException none) {
            // Answered below, as every other text that is no date.
        }
        value.isWrong("no date '" + text + "', write it like 2026-04-03");
        return null;
    }
}

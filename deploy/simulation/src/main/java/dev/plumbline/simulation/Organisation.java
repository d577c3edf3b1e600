package dev.plumbline.simulation;

import dev.plumbline.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Who is there: pods of unequal speed, some in another zone, half of them with a fault. */
final class Organisation {
    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    static final ZoneId OTHER_ZONE = ZoneId.of("America/New_York");
    static final double MEDIAN_HOURS = 1.0;
    static final double LOG_MEDIAN_SPREAD = 0.9;
    static final double MOST_OUTLIERS = 0.06;
    private static final int OTHER_ZONE_EVERY = 5;
    private static final EnumSet<DayOfWeek> WEEK =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<MonthDay> HOLIDAYS =
            List.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(1, 6),
                    MonthDay.of(5, 1),
                    MonthDay.of(8, 15),
                    MonthDay.of(10, 12),
                    MonthDay.of(11, 1),
                    MonthDay.of(12, 6),
                    MonthDay.of(12, 8),
                    MonthDay.of(12, 25));
    private static final List<String> NAMES =
            List.of("ana", "ben", "clara", "dario", "elsa", "farid", "gina", "hugo", "ines", "jon");

    private final SimulationOptions options;
    private final RandomDataGenerator random;

    Organisation(SimulationOptions options) {
        this.options = options;
        int[] seed = {(int) (options.seed() >>> 32), (int) options.seed()};
        this.random = new RandomDataGenerator(new Well19937c(seed));
    }

    Span time() {
        LocalDate start = options.start();
        return new Span(
                start.atStartOfDay(ZONE).toInstant(),
                start.plusWeeks(options.weeks()).atStartOfDay(ZONE).toInstant());
    }

    /** Holidays in the time simulated; a day of the company's own where there is none. */
    Set<LocalDate> holidays() {
        Set<LocalDate> holidays = new TreeSet<>();
        LocalDate start = options.start();
        LocalDate end = start.plusWeeks(options.weeks());
        for (int year = start.getYear(); year <= end.getYear(); year++) {
            for (MonthDay day : HOLIDAYS) {
                LocalDate date = day.atYear(year);
                boolean inside = !date.isBefore(start) && date.isBefore(end);
                if (inside && WEEK.contains(date.getDayOfWeek())) {
                    holidays.add(date);
                }
            }
        }
        if (holidays.isEmpty() && options.weeks() > 1) {
            LocalDate middle = start.plusWeeks(options.weeks() / 2);
            holidays.add(middle.with(DayOfWeek.WEDNESDAY));
        }
        return holidays;
    }

    List<SimulatedPod> pods() {
        int[] order = random.nextPermutation(options.pods(), options.pods());
        WorkCalendar madrid = calendar(ZONE);
        WorkCalendar newYork = calendar(OTHER_ZONE);
        List<SimulatedPod> pods = new ArrayList<>();
        for (int number = 1; number <= options.pods(); number++) {
            WorkCalendar calendar = number % OTHER_ZONE_EVERY == 0 ? newYork : madrid;
            pods.add(pod(number, calendar, order[number - 1]));
        }
        return pods;
    }

    private SimulatedPod pod(int number, WorkCalendar calendar, int rank) {
        double median = MEDIAN_HOURS * Math.exp(random.nextGaussian(0, LOG_MEDIAN_SPREAD));
        double outliers = random.nextUniform(0, MOST_OUTLIERS);
        List<Member> humans = new ArrayList<>();
        int first = random.nextInt(0, NAMES.size() - 1);
        int people = random.nextInt(3, 4);
        for (int person = 0; person < people; person++) {
            String name = NAMES.get((first + person) % NAMES.size());
            humans.add(new Member(name + "-pod" + number, false));
        }
        List<Member> agents = new ArrayList<>();
        int machines = random.nextInt(1, 2);
        for (int agent = 1; agent <= machines; agent++) {
            agents.add(new Member("pod" + number + "-agent" + agent, true));
        }
        PodFault fault = fault(number, humans, rank);
        return new SimulatedPod(number, calendar, median, outliers, humans, agents, fault);
    }

    /** Half of the pods have one, each kind as often as the others. */
    private PodFault fault(int number, List<Member> humans, int rank) {
        List<FaultKind> kinds =
                EnumSet.allOf(FaultKind.class).stream()
                        .filter(kind -> !kind.ofAnItem() && options.faults().contains(kind))
                        .toList();
        double begin = random.nextUniform(0.4, 0.6);
        double factor = random.nextUniform(1.5, 3);
        Member member = humans.get(random.nextInt(1, humans.size() - 1));
        String container =
                random.nextInt(0, 1) == 0
                        ? "jira:POD" + number
                        : "github:" + SimulatedPod.repository(number);
        if (kinds.isEmpty() || rank >= options.pods() / 2) {
            return null;
        }
        FaultKind kind = kinds.get(rank % kinds.size());
        return switch (kind) {
            case SLOWDOWN_STEP -> new PodFault(kind, span(begin, 1), factor, null, null);
            case SLOWDOWN_RAMP -> new PodFault(kind, span(begin, 0.35), factor, null, null);
            case FULL_STOP -> new PodFault(kind, span(begin, 0.15), 1, null, null);
            case PARTIAL_STOP -> new PodFault(kind, span(begin, 0.2), 0.5, null, null);
            case DISENGAGEMENT -> new PodFault(kind, span(begin, 1), 1, member, null);
            case SOURCE_OUTAGE -> new PodFault(kind, span(begin, 0.05), 1, null, container);
            default -> new PodFault(kind, span(begin, 0.3), 1, null, null);
        };
    }

    /** From one share of the time on for another share of it, to the minute. */
    private Span span(double begin, double length) {
        Span whole = time();
        long seconds = Duration.between(whole.from(), whole.until()).toSeconds();
        Instant from = whole.from().plusSeconds(Math.round(seconds * begin));
        Instant until = from.plusSeconds(Math.round(seconds * length));
        Instant end = until.isAfter(whole.until()) ? whole.until() : until;
        return new Span(from.truncatedTo(ChronoUnit.MINUTES), end.truncatedTo(ChronoUnit.MINUTES));
    }

    private WorkCalendar calendar(ZoneId zone) {
        return new WorkCalendar(zone, WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0), holidays());
    }
}

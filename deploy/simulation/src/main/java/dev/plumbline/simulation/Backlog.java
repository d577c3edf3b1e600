package dev.plumbline.simulation;

import dev.plumbline.schema.WorkObject;
import dev.plumbline.tools.EventBuilder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The tickets of a pod, most of them planned for two weeks, and the plans. */
final class Backlog {
    private static final double TICKETS_PER_WEEK = 9;
    private static final int PLAN_DAYS = 14;
    private static final double PLANNED = 0.8;
    private static final double PLANNING_HOURS = 1.5;
    private static final double MOST_OF_A_DAY = 7.5;

    /** By weekday, Monday to Sunday: how much of a day's share begins. */
    private static final double[] WEEKDAYS = {1.2, 1.1, 1.0, 1.0, 0.7, 1, 1};

    private static final List<String> WORK_TYPES =
            List.of("feature", "feature", "feature", "bug", "bug", "bug", "chore", "document");
    private static final List<String> EPICS = List.of("checkout", "search", "accounts", "upkeep");

    private final PodScene scene;
    private final SimulationOptions options;
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<FaultKind> itemFaults;

    Backlog(PodScene scene, SimulationOptions options) {
        this.scene = scene;
        this.options = options;
        boolean sound = scene.pod.fault() == null;
        this.itemFaults =
                EnumSet.allOf(FaultKind.class).stream()
                        .filter(kind -> sound && kind.ofAnItem())
                        .filter(options.faults()::contains)
                        .toList();
    }

    /** Draws the tickets of all plans and tells the plans. */
    List<Ticket> tickets() {
        LocalDate last = options.start().plusWeeks(options.weeks());
        int number = 1;
        for (LocalDate day = options.start(); day.isBefore(last); day = day.plusDays(PLAN_DAYS)) {
            plan(number++, day, last);
        }
        return tickets;
    }

    private void plan(int number, LocalDate first, LocalDate last) {
        Instant dawn = dawn(first);
        Instant start = scene.clock.after(dawn, PLANNING_HOURS);
        List<String> planned = new ArrayList<>();
        LocalDate after = first.plusDays(PLAN_DAYS);
        LocalDate end = after.isBefore(last) ? after : last;
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            arrivals(day, dawn, start, planned);
        }
        WorkObject plan = EventBuilder.object("plan", scene.pod.project() + "/plan-" + number);
        Instant at = start;
        tell("plan.started", at, plan, null);
        for (String ticket : planned) {
            at = scene.clock.after(at, 0.003);
            tell("plan.item_added", at, plan, ticket);
        }
        Instant noon = dawn(after.minusDays(3)).plusSeconds(12 * 3600);
        tell("plan.closed", scene.clock.after(noon, 1), plan, null);
    }

    private void tell(String type, Instant at, WorkObject plan, String ticket) {
        scene.journal.jira(
                at,
                type,
                plan,
                scene.pod.lead().onJira(),
                event -> event.link("part_of", "work_item", ticket));
    }

    private void arrivals(LocalDate day, Instant dawn, Instant planStart, List<String> planned) {
        Instant from = dawn(day);
        if (scene.clock.hours(from, dawn(day.plusDays(1))) == 0) {
            return;
        }
        double share = WEEKDAYS[day.getDayOfWeek().getValue() - 1] / DayOfWeek.FRIDAY.getValue();
        long arrivals = scene.random.nextPoisson(TICKETS_PER_WEEK * share);
        for (int arrival = 0; arrival < arrivals; arrival++) {
            Instant begins = scene.clock.after(from, scene.between(0.01, MOST_OF_A_DAY));
            boolean inPlan = scene.chance(PLANNED);
            boolean stopped = !begins.isBefore(dawn(day.plusDays(1)));
            Instant latest = scene.clock.after(planStart, 0.3);
            Instant created =
                    inPlan
                            ? scene.clock.after(dawn, scene.between(0.05, PLANNING_HOURS - 0.1))
                            : begins;
            Instant assigned = scene.clock.after(begins, scene.between(0.1, 2));
            if (!stopped) {
                Ticket ticket = ticket(created, assigned.isBefore(latest) ? latest : assigned);
                tickets.add(ticket);
                if (inPlan) {
                    planned.add(ticket.id());
                }
            }
        }
    }

    private Ticket ticket(Instant created, Instant assigned) {
        boolean faulty = scene.chance(options.itemFaultShare()) && !itemFaults.isEmpty();
        FaultKind fault = faulty ? scene.oneOf(itemFaults) : null;
        // Profiles of evidence differ; of features and bugs everybody expects some.
        String workType = scene.oneOf(fault == null ? WORK_TYPES : WORK_TYPES.subList(0, 6));
        boolean linked = !scene.chance(options.missingLinks());
        boolean rests = scene.pod.has(FaultKind.PARTIAL_STOP) && rests(assigned);
        PodClock clock = rests ? scene.clock.stoppedIn(scene.pod.fault().span()) : scene.clock;
        String id = scene.pod.project() + "-" + (tickets.size() + 1);
        return new Ticket(
                id, created, assigned, workType, scene.oneOf(EPICS), fault, linked, clock);
    }

    private boolean rests(Instant assigned) {
        PodFault stop = scene.pod.fault();
        return assigned.isBefore(stop.span().until()) && scene.chance(stop.size());
    }

    private Instant dawn(LocalDate day) {
        return day.atStartOfDay(scene.clock.calendar().zone()).toInstant();
    }
}

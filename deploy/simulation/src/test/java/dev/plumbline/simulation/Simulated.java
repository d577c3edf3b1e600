package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

/** An organisation simulated once for the tests: its events, its truths, its calendars. */
record Simulated(Simulation simulation, List<PodHistory> histories, Organisation organisation) {

    static Simulated of(SimulationOptions options) {
        Simulation simulation = Simulation.of(options);
        return new Simulated(
                simulation, simulation.histories().toList(), new Organisation(options));
    }

    List<WorkEvent> events() {
        return histories.stream().flatMap(history -> history.events().stream()).toList();
    }

    List<Truth> truths() {
        return histories.stream().flatMap(history -> history.truths().stream()).toList();
    }

    List<Truth> truths(String kind) {
        return truths().stream().filter(truth -> truth.kind().equals(kind)).toList();
    }

    /**
     * Written out anew: every fifth pod lives in New York, all keep the organisation's holidays.
     */
    WorkCalendar calendar(String pod) {
        boolean newYork = Integer.parseInt(pod.substring("pod-".length())) % 5 == 0;
        return new WorkCalendar(
                newYork ? Organisation.OTHER_ZONE : Organisation.ZONE,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                organisation.holidays());
    }
}

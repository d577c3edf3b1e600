package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An organisation that never was, at work for some weeks, and the truth about it. The same options
 * give the same events and truths, byte by byte. Nothing is kept: every call simulates anew.
 */
public final class Simulation {
    private final SimulationOptions options;
    private final Organisation organisation;
    private final List<SimulatedPod> pods;

    private Simulation(SimulationOptions options) {
        this.options = options;
        this.organisation = new Organisation(options);
        this.pods = organisation.pods();
    }

    public static Simulation of(SimulationOptions options) {
        return new Simulation(options);
    }

    /** Pod by pod, each simulated when it is asked for: large organisations need no memory. */
    public Stream<PodHistory> histories() {
        Span time = organisation.time();
        return pods.stream().map(pod -> new PodSimulation(options, pod, time).run());
    }

    /** All events in order of time; holds them all in memory. */
    public Stream<WorkEvent> events() {
        return histories().flatMap(history -> history.events().stream()).sorted(Journal.ORDER);
    }

    /** All that is true: of the organisation first, then pod by pod. */
    public Stream<Truth> truths() {
        return Stream.concat(
                organisationTruths().stream(),
                histories().flatMap(history -> history.truths().stream()));
    }

    /** What is true of the organisation as a whole. */
    public List<Truth> organisationTruths() {
        List<Truth> truths = new ArrayList<>();
        truths.add(
                Truth.of("organisation", null, start(), end())
                        .size((double) options.pods(), "pods")
                        .variant("seed " + options.seed()));
        ZoneId zone = Organisation.ZONE;
        for (LocalDate day : organisation.holidays()) {
            Instant from = day.atStartOfDay(zone).toInstant();
            truths.add(
                    Truth.of(
                            "holiday", null, from, day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return truths;
    }

    public Instant start() {
        return organisation.time().from();
    }

    /** Where the clock of a run over these events has to stop: later nothing is true any more. */
    public Instant end() {
        return organisation.time().until();
    }

    /** The directory: calendars, pods, people with their accounts, agents, services. */
    public String directory() {
        return DirectoryFile.of(organisation, pods);
    }
}

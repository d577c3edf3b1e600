package dev.plumbline.standalone.command;

import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.SimulationFiles;
import dev.plumbline.simulation.SimulationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** An organisation that never was, and the truth about it. */
@Command(
        name = "simulate",
        description = {
            "Simulate an organisation at work and write its events, and the truth about them.",
            "People with calendars, agents, tickets, changes, reviews, checks, deployments; and"
                    + " faults: silent stalls, false claims, slowdowns, stops, bouncing,"
                    + " disengagement, lost events. The truth file names each of them to the"
                    + " minute, with what must be found. The same options give the same bytes."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--pods",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many pods (default: ${DEFAULT-VALUE}).")
    private int pods;

    @Option(
            names = "--weeks",
            paramLabel = "W",
            defaultValue = "12",
            description = "How many weeks (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which organisation of many (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the events go, gzip if it ends in .gz.")
    private Path out;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            required = true,
            description = "Where the truth goes, one JSON object per line, gzip if it ends in .gz.")
    private Path truth;

    @Option(
            names = "--directory-out",
            paramLabel = "FILE",
            description = "Where the directory of the organisation goes, for --directory.")
    private Path directoryOut;

    @Option(
            names = "--missing-links",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of tickets of which no tool tells what was done for them, 0 to 1"
                            + " (default: ${DEFAULT-VALUE}).")
    private double missingLinks;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            description = "First day, for example 2026-01-05 (the default).")
    private String start;

    @Override
    public Integer call() throws IOException {
        Simulation simulation = Simulation.of(options());
        refuseOneFileForTwo();
        try (WholeFile events = WholeFile.at(out);
                WholeFile truths = WholeFile.at(truth, "--truth")) {
            write(simulation, events, truths);
        }
        if (directoryOut != null) {
            try (WholeFile directory = WholeFile.at(directoryOut, "--directory-out")) {
                Files.writeString(
                        directory.writing(), simulation.directory(), StandardCharsets.UTF_8);
                directory.complete();
            }
        }
        print("Replay them with --until %s, where the truth ends%n", simulation.end());
        return ExitCodes.DONE;
    }

    private void write(Simulation simulation, WholeFile events, WholeFile truths)
            throws IOException {
        SimulationFiles files;
        try (Progress progress = Progress.of("simulating", "pods", pods)) {
            files = SimulationFiles.of(simulation, progress::add);
        }
        long told = files.writeEvents(events.writing());
        long known = files.writeTruths(truths.writing());
        events.complete();
        truths.complete();
        print("wrote %,d events to %s%n", told, out);
        print("wrote %,d truths to %s%n", known, truth);
    }

    private SimulationOptions options() {
        try {
            return SimulationOptions.of(pods, weeks, seed)
                    .startingOn(startDay())
                    .missingLinks(missingLinks);
        } catch (IllegalArgumentException impossible) {
            throw new UserError(impossible.getMessage(), "See: ./plumbline simulate --help");
        }
    }

    private LocalDate startDay() {
        try {
            return start == null ? SimulationOptions.DEFAULT_START : LocalDate.parse(start);
        } catch (DateTimeException noDay) {
            throw new UserError("--start is no day: " + start, "Write it like 2026-01-05.");
        }
    }

    private void refuseOneFileForTwo() {
        Set<Path> files = new HashSet<>();
        Stream.of(out, truth, directoryOut)
                .filter(file -> file != null && (Files.isRegularFile(file) || !Files.exists(file)))
                .forEach(
                        file -> {
                            if (!files.add(file.toAbsolutePath().normalize())) {
                                throw new UserError(
                                        file + " is named for two results",
                                        "Choose another file for one of them.");
                            }
                        });
    }

    private void print(String format, Object... values) {
        spec.commandLine().getOut().printf(Locale.ROOT, format, values);
    }
}

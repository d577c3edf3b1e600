package dev.plumbline.benchmarks;

import dev.plumbline.simulation.Simulation;
import dev.plumbline.simulation.SimulationFiles;
import dev.plumbline.simulation.SimulationOptions;
import dev.plumbline.simulation.Truth;
import dev.plumbline.standalone.command.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Precision and recall of the findings about claims, on organisations whose truth is known: a whole
 * replay into a store, and the findings in it against the truth.
 */
public final class ClaimsBenchmark {
    private static final List<String> KINDS =
            List.of("unverified_done", "contradicted_done", "stuck_after_reality");
    private static final double[] MISSING_LINKS = {0, 0.2};

    private ClaimsBenchmark() {}

    /** Arguments: pods (60), weeks (12), seed (1). */
    public static void main(String[] arguments) throws IOException {
        SimulationOptions options =
                SimulationOptions.of(
                        argument(arguments, 0, 60),
                        argument(arguments, 1, 12),
                        argument(arguments, 2, 1));
        for (double missing : MISSING_LINKS) {
            Path folder = Files.createTempDirectory("claims");
            try {
                System.out.printf("%.0f %% of links missing%n", 100 * missing);
                scores(Simulation.of(options.missingLinks(missing)), folder)
                        .forEach(System.out::println);
            } finally {
                delete(folder);
            }
        }
        System.exit(0);
    }

    private static List<ClaimsScore> scores(Simulation simulation, Path folder) throws IOException {
        Path events = folder.resolve("events.ndjson");
        Path directory = folder.resolve("pods.yaml");
        String store = folder.resolve("store").toString();
        SimulationFiles files = SimulationFiles.of(simulation, pod -> {});
        files.writeEvents(events);
        Files.writeString(directory, simulation.directory());
        plumbline(
                "replay",
                events.toString(),
                "--directory",
                directory.toString(),
                "--store",
                store,
                "--until",
                simulation.end().toString());
        List<Truth> truths = files.truths();
        return KINDS.stream()
                .map(kind -> new ClaimsScore(kind, found(kind, store), truths))
                .toList();
    }

    /** Tickets with a finding of that kind, whatever became of it. */
    private static Set<String> found(String kind, String store) {
        String query =
                "SELECT DISTINCT object_id FROM findings WHERE object_type = 'work_item'"
                        + " AND outcome <> 'retracted' AND kind = '"
                        + kind
                        + "'";
        String csv = plumbline("sql", "--csv", query, "--store", store);
        return csv.lines().skip(1).collect(Collectors.toCollection(HashSet::new));
    }

    private static String plumbline(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = CommandLines.run(Map.of(), new PrintWriter(out, true), err, arguments);
        if (code != 0) {
            throw new IllegalStateException(
                    "plumbline " + String.join(" ", arguments) + " ended with " + code);
        }
        return out.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }
}

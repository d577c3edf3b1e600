package dev.plumbline.simulation;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.NdjsonWriter;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/** A simulation as files: events in order of time, truths pod by pod; gzip by the name .gz. */
public final class SimulationFiles {
    private final List<WorkEvent> events = new ArrayList<>();
    private final List<Truth> truths;

    private SimulationFiles(Simulation simulation, LongConsumer podsDone) {
        truths = new ArrayList<>(simulation.organisationTruths());
        simulation
                .histories()
                .forEach(
                        history -> {
                            events.addAll(history.events());
                            truths.addAll(history.truths());
                            podsDone.accept(1);
                        });
        events.sort(Journal.ORDER);
    }

    /**
     * Simulates everything, once.
     *
     * @param podsDone is told of each pod that is simulated
     */
    public static SimulationFiles of(Simulation simulation, LongConsumer podsDone) {
        return new SimulationFiles(simulation, podsDone);
    }

    public List<Truth> truths() {
        return List.copyOf(truths);
    }

    /** Writes the events; returns how many. */
    public long writeEvents(Path file) {
        try (NdjsonWriter out = NdjsonWriter.open(file, rejected -> {})) {
            events.forEach(out::event);
            return out.events();
        }
    }

    /** Writes the truths; returns how many. */
    public long writeTruths(Path file) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file));
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain;
        try (Writer lines =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            for (Truth truth : truths) {
                lines.write(TruthJson.write(truth));
                lines.write('\n');
            }
        }
        return truths.size();
    }
}

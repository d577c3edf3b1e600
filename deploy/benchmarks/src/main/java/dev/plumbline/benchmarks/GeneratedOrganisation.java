package dev.plumbline.benchmarks;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.tools.json.WorkEventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A made-up organisation at work for a year: seven in ten items are tickets, the others changes;
 * their lives hold comments, state changes, handoffs within and between pods, reviews, linked
 * commits and checks by services. The same seed gives the same events, byte by byte.
 */
public final class GeneratedOrganisation {
    static final Instant START = Instant.parse("2025-01-06T08:00:00Z");
    private static final Duration BIRTHS = Duration.ofDays(300);
    private static final int LONGEST_TO_MEAN = 2;

    private final long seed;
    private final OrganisationSize size;

    public GeneratedOrganisation(long seed, OrganisationSize size) {
        this.seed = seed;
        this.size = size;
    }

    /** Tells all events in time order. */
    public void tell(Consumer<WorkEvent> listener) {
        SplittableRandom random = new SplittableRandom(seed);
        PriorityQueue<GeneratedItem> alive = new PriorityQueue<>(items(random));
        while (!alive.isEmpty()) {
            GeneratedItem item = alive.remove();
            listener.accept(item.next(random));
            if (item.goesOn()) {
                alive.add(item);
            }
        }
    }

    /** Items come in pairs whose lengths add up to twice the mean, so that the total is exact. */
    private PriorityQueue<GeneratedItem> items(SplittableRandom random) {
        PriorityQueue<GeneratedItem> items = new PriorityQueue<>(size.items());
        int mean = size.eventsPerItem();
        long rest = size.events() - (long) mean * size.items();
        int shorter = 0;
        for (int number = 0; number < size.items(); number++) {
            boolean first = number % 2 == 0;
            shorter = first ? random.nextInt(mean / LONGEST_TO_MEAN) : shorter;
            int length = mean + (first ? -shorter : shorter) + (number < rest ? 1 : 0);
            long birthMillis = START.toEpochMilli() + random.nextLong(BIRTHS.toMillis());
            items.add(
                    new GeneratedItem(
                            number, random.nextInt(size.pods()), size.pods(), length, birthMillis));
        }
        return items;
    }

    /** Writes the events as NDJSON. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            tell(event -> writeLine(event, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeLine(WorkEvent event, Writer out) {
        try {
            out.write(WorkEventJson.write(event));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The directory of the organisation: pods with their people and containers, agents, services.
     */
    public String directoryYaml() {
        StringBuilder yaml =
                new StringBuilder("organisation: {id: bench, zone: Europe/Berlin}\npods:\n");
        for (int pod = 0; pod < size.pods(); pod++) {
            yaml.append("  - id: pod-").append(pod).append("\n    members:\n");
            for (int member = 0; member < GeneratedItem.MEMBERS; member++) {
                yaml.append("      - {account: \"")
                        .append(GeneratedItem.account(pod, member))
                        .append("\"}\n");
            }
            yaml.append("    containers: [\"").append(GeneratedItem.container(pod)).append("\"]\n");
        }
        return yaml.append("agents: [{pattern: \"*-agent\"}]\nservices: [{account: \"")
                .append(GeneratedItem.CHECKER)
                .append("\"}]\n")
                .toString();
    }
}

package dev.plumbline.benchmarks;

import dev.plumbline.directory.Directory;
import dev.plumbline.item.Heard;
import dev.plumbline.item.ItemFold;
import dev.plumbline.item.ItemTimeline;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.streaming.Settings;
import dev.plumbline.streaming.admit.RoutedEvent;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.item.ItemMemory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Heap that one item costs while it is remembered: its key, its timeline with the hashes of its
 * events, and a map entry, as the heap state backend holds them. Measured as the growth of the used
 * heap after full collections.
 */
public final class MemoryBenchmark {

    private static final Pseudonyms PSEUDONYMS =
            new Pseudonyms("benchmark".getBytes(StandardCharsets.UTF_8));

    private MemoryBenchmark() {}

    /** Arguments: items (default 100,000), events per item on average (25). */
    public static void main(String[] arguments) throws InterruptedException {
        int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int eventsPerItem = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 25;
        OrganisationSize size = new OrganisationSize((long) items * eventsPerItem, items, 500);
        WorkArrivals arrivals = new WorkArrivals(Directory.empty(), PSEUDONYMS);
        ItemFold fold =
                new ItemFold(
                        Directory.empty().pseudonymised(PSEUDONYMS::of), Settings.FORGET_AFTER);
        Map<String, ItemMemory> memories = new HashMap<>(2 * items);
        long before = usedBytes();
        new GeneratedOrganisation(1, size).tell(event -> remember(memories, arrivals, fold, event));
        long after = usedBytes();
        System.out.printf(
                Locale.ROOT,
                "%,d items of %d events: %,d bytes of heap per item%n",
                memories.size(),
                eventsPerItem,
                (after - before) / memories.size());
    }

    private static void remember(
            Map<String, ItemMemory> memories,
            WorkArrivals arrivals,
            ItemFold fold,
            WorkEvent avro) {
        dev.plumbline.work.WorkEvent event = arrivals.event(avro, "memory", 0).event();
        if (!event.objectType().isItem()) {
            return;
        }
        RoutedEvent routed = RoutedEvent.own(event);
        ItemMemory known = memories.get(routed.key());
        ItemTimeline timeline =
                known == null
                        ? fold.start(event.org(), event.objectType(), event.objectId())
                        : known.timeline();
        ItemTimeline next = fold.fold(timeline, Heard.own(event)).timeline();
        memories.put(
                routed.key(),
                new ItemMemory(next, ItemMemory.NOT_DUE, ItemMemory.NOT_DUE, ItemMemory.NOT_DUE));
    }

    private static long usedBytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

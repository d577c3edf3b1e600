package dev.plumbline.standalone.run;

import dev.plumbline.schema.WorkEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The same facts, delivered otherwise. */
final class Disorder {

    /** Under the lateness bound of 15 minutes, less a second for the comparison. */
    private static final int MOST_DELAY_MILLIS = 15 * 60 * 1000 - 1000;

    private record Delivery(WorkEvent event, long atMillis) {}

    private Disorder() {}

    /** Each event delayed by its own time within the lateness bound. */
    static List<WorkEvent> withinBound(List<WorkEvent> events, Random random) {
        return deliver(events, random, 1);
    }

    /** Each event delivered one to three times, in any order within the lateness bound. */
    static List<WorkEvent> repeated(List<WorkEvent> events, Random random) {
        return deliver(events, random, 3);
    }

    private static List<WorkEvent> deliver(List<WorkEvent> events, Random random, int most) {
        List<Delivery> deliveries = new ArrayList<>();
        for (WorkEvent event : events) {
            int times = 1 + random.nextInt(most);
            for (int i = 0; i < times; i++) {
                long delay = random.nextInt(MOST_DELAY_MILLIS);
                long at = event.getOccurredAt().toEpochMilli() + delay;
                deliveries.add(new Delivery(event, at));
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::atMillis));
        return deliveries.stream().map(Delivery::event).toList();
    }
}

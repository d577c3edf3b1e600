package dev.plumbline.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three pods of ten handoffs a week, and one of three a week that is too small to know what is
 * usual and slows down: it is held against what the organisation knows.
 */
@Tag("cluster")
final class OrganisationStoryTest {

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final int WEEKS = 20;
    private static final int SLOW_FROM = 9;
    private static final Duration LATENESS = Duration.ofMinutes(15);
    private static final int[] MINUTES = {70, 30, 110, 50, 120, 20, 90, 40, 100, 60, 80};
    private static final String PODS =
            """
            organisation: {zone: UTC}
            pods:
              - {id: red, members: [{account: ana-red}, {account: ben-red}]}
              - {id: blue, members: [{account: ana-blue}, {account: ben-blue}]}
              - {id: green, members: [{account: ana-green}, {account: ben-green}]}
              - {id: small, members: [{account: ana-small}, {account: ben-small}]}
            """;

    private final List<WorkEvent> events = new ArrayList<>();
    private int items;

    @Test
    void aSmallPodIsTheSameStoryInAnyOrderAndAtAnyParallelism() throws Exception {
        for (int week = 0; week < WEEKS; week++) {
            for (int day = 0; day < 5; day++) {
                Instant morning = START.plus(Duration.ofDays(7L * week + day)).plusSeconds(36_000);
                for (String pod : List.of("red", "blue", "green")) {
                    handoff(pod, morning, 1);
                    handoff(pod, morning.plus(Duration.ofHours(3)), 1);
                }
                if (day % 2 == 0) {
                    handoff("small", morning, week < SLOW_FROM ? 1 : 3);
                }
            }
        }
        events.sort(Comparator.comparing(WorkEvent::getOccurredAt));
        Settings settings =
                Settings.bounded(START.plus(Duration.ofDays(7L * WEEKS))).withFalseAlarms(2);
        Directory directory = DirectoryYaml.parse(PODS, "pods.yaml");

        List<DriftSignal> told = TopologyRun.of(events, settings, directory, 1).driftSignals();

        List<DriftSignal> ofSmall =
                told.stream()
                        .filter(row -> row.pod().equals("small") && row.split().equals("all"))
                        .toList();
        assertThat(ofSmall).isNotEmpty();
        // Three a week, the first two weeks left out: less than thirty before week ten is over.
        DriftSignal first = ofSmall.get(0);
        assertThat(first.openedAt()).isAfter(START.plus(Duration.ofDays(7L * SLOW_FROM)));
        assertThat(first.referenceOwn()).isBetween(8, 29);
        assertThat(first.referenceN()).isEqualTo(30);
        assertThat(first.referenceMedian()).isBetween(40.0, 100.0);
        assertThat(words(TopologyRun.of(events, settings, directory, 2).driftSignals()))
                .isEqualTo(words(told));
        assertThat(words(TopologyRun.of(disordered(), settings, directory, 2).driftSignals()))
                .isEqualTo(words(told));
    }

    private void handoff(String pod, Instant at, int times) {
        String item = "T-" + items;
        WorkEvent assigned = event(at, "work_item.assigned", item, "lead-" + pod);
        String owner = (items % 2 == 0 ? "ana-" : "ben-") + pod;
        assigned.setOwnerTo(owner);
        long minutes = (long) times * MINUTES[random(items)];
        event(at.plus(Duration.ofMinutes(minutes)), "work_item.commented", item, owner);
        items++;
    }

    /** Each latency as often as the others, in no order. */
    private static int random(int item) {
        return new Random(item).nextInt(MINUTES.length);
    }

    private WorkEvent event(Instant at, String type, String item, String actor) {
        WorkEvent event =
                WorkEvent.newBuilder()
                        .setOrg("acme")
                        .setEventId(item + type)
                        .setType(type)
                        .setOccurredAt(at)
                        .setSource("tool")
                        .setContainer("tool:one")
                        .setObject(
                                WorkObject.newBuilder()
                                        .setType("work_item")
                                        .setId(item)
                                        .setWorkType(items % 3 == 0 ? "bug" : "feature")
                                        .build())
                        .setActor(Actor.newBuilder().setAccount(actor).build())
                        .setAttributes(new HashMap<>())
                        .build();
        events.add(event);
        return event;
    }

    private List<WorkEvent> disordered() {
        record Arriving(WorkEvent event, Instant at) {}
        Random random = new Random(3);
        List<Arriving> arriving = new ArrayList<>();
        for (WorkEvent event : events) {
            int delay = random.nextInt((int) LATENESS.toMillis() - 1000);
            arriving.add(new Arriving(event, event.getOccurredAt().plusMillis(delay)));
        }
        arriving.sort(Comparator.comparing(Arriving::at));
        return arriving.stream().map(Arriving::event).toList();
    }

    private static List<String> words(List<DriftSignal> told) {
        return told.stream().map(DriftSignal::toString).sorted().toList();
    }
}

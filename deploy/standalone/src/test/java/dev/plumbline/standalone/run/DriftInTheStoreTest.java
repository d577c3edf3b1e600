package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.schema.WorkObject;
import dev.plumbline.standalone.store.Store;
import dev.plumbline.streaming.directory.DirectoryYaml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ana hands two tickets a day to ben and cai. They begin after 20, 30 ... 120 minutes, each as
 * often as the others, for twenty weeks; then after twice as long, for five. The work itself takes
 * an hour throughout.
 */
@Tag("cluster")
final class DriftInTheStoreTest {

    private static final String PODS =
            """
            organisation: {zone: UTC}
            pods: [{id: data, members: [{account: ana}, {account: ben}, {account: cai}]}]
            """;

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final int[] MINUTES = {70, 30, 110, 50, 120, 20, 90, 40, 100, 60, 80};

    @TempDir private Path exports;

    private final List<WorkEvent> events = new ArrayList<>();
    private int tickets;

    private void weeks(int from, int until, int times) {
        for (int day = 7 * from; day < 7 * until; day++) {
            if (day % 7 < 5) {
                Instant midnight = START.plus(Duration.ofDays(day));
                ticket(midnight.plus(Duration.ofHours(9)), times);
                ticket(midnight.plus(Duration.ofHours(12)), times);
            }
        }
    }

    private void ticket(Instant at, int times) {
        int minutes = times * MINUTES[tickets % MINUTES.length];
        String receiver = tickets % 2 == 0 ? "ben" : "cai";
        tickets++;
        Instant begun = at.plus(Duration.ofMinutes(minutes));
        add("created", "ana", at, null, null);
        add("assigned", "ana", at, receiver, null);
        add("state_changed", receiver, begun, null, "active");
        add("state_changed", receiver, begun.plus(Duration.ofHours(1)), null, "done");
    }

    private void add(String what, String actor, Instant at, String owner, String state) {
        events.add(
                WorkEvent.newBuilder()
                        .setOrg("acme")
                        .setEventId("T-" + tickets + what + at)
                        .setType("work_item." + what)
                        .setOccurredAt(at)
                        .setSequence(events.size())
                        .setSource("tool")
                        .setContainer("tool:one")
                        .setObject(
                                WorkObject.newBuilder()
                                        .setType("work_item")
                                        .setId("T-" + tickets)
                                        .build())
                        .setActor(Actor.newBuilder().setAccount(actor).build())
                        .setOwnerTo(owner)
                        .setStateTo(
                                state == null
                                        ? null
                                        : State.newBuilder().setCategory(state).build())
                        .build());
    }

    @Test
    void aSlowerPodHasOneSignalWithTheItemsThatShowItHoweverItIsRun() throws Exception {
        weeks(0, 20, 1);
        weeks(20, 25, 2);
        events.sort(Histories.IN_TIME);
        Directory directory = DirectoryYaml.parse(PODS, "pods.yaml");
        try (Store store = Store.temporary()) {
            TopologyToStore topology = new TopologyToStore(store, directory);
            topology.run(events, 1);
            Map<String, String> answer = topology.export(exports.resolve("sorted"));

            assertThat(signals(topology, "true")).isEqualTo(1);
            assertThat(signals(topology, "metric = 'handoff_latency' and split = 'all'"))
                    .isEqualTo(1);
            // The twenty-first week begins on 25 May.
            assertThat(signals(topology, "onset_at between '2026-05-21' and '2026-05-29'"))
                    .isEqualTo(1);
            assertThat(signals(topology, "opened_at between '2026-05-25' and '2026-06-08'"))
                    .isEqualTo(1);
            assertThat(signals(topology, "abs(reference_p50 - 4200) < 1")).isEqualTo(1);
            assertThat(signals(topology, "direction = 'up' and resolved_at is null")).isEqualTo(1);
            assertThat(signals(topology, "effect between 1.6 and 2.4")).isEqualTo(1);
            assertThat(signals(topology, "cardinality(items) = 5")).isEqualTo(1);
            // None of the reference took more than two hours.
            assertThat(
                            topology.number(
                                    """
                                    select count(*) from plumbline.v_signal_evidence e
                                    join plumbline.drift_signals d using (org, signal_id)
                                    where d.level = 'signal' and e.grain = 'signal'
                                        and e.object_type = 'work_item' and e.contribution > 7200
                                        and e.at >= d.onset_at
                                    """))
                    .isEqualTo(5);

            // The 75th percentile is 100 minutes. In the last five weeks 50 tickets take 40 to 240:
            // of eleven 560 minutes are beyond 100, and 200 beyond 160, where the percentile is
            // after these weeks. Before it was 30 of eleven.
            String price = "select round(%s) from plumbline.v_signal_price where level = 'signal'";
            assertThat(topology.number(price.formatted("price_hours")))
                    .isBetween(50L * 200 / 11 / 60, 50L * 560 / 11 / 60);
            assertThat(topology.number(price.formatted("usual_hours"))).isBetween(1L, 3L);
            assertThat(topology.number(price.formatted("price_s")))
                    .isEqualTo(
                            topology.number(
                                    """
                                    select sum(price_s) from plumbline.v_signal_debt
                                    join plumbline.drift_signals using (org, signal_id)
                                    where level = 'signal'
                                    """));
            everyMetricIsKnown(topology);

            topology.clear();
            topology.run(Disorder.withinBound(events, new Random(1)), 4);
            assertThat(topology.export(exports.resolve("disordered"))).isEqualTo(answer);

            topology.clear();
            FailOnce fault = new FailOnce(events.size() * 9 / 10);
            topology.run(Disorder.repeated(events, new Random(2)), 2, fault);
            assertThat(topology.export(exports.resolve("recovered"))).isEqualTo(answer);
        }
    }

    /** Of the drift that is open, of what is as usual, and of the pod among others. */
    private static void everyMetricIsKnown(TopologyToStore topology) throws Exception {
        assertThat(
                        topology.numbers(
                                """
                                select metric || ' ' || split || ' ' || status, reference_n
                                from plumbline.drift_evidence
                                """))
                .isEqualTo(
                        Map.of(
                                "handoff_latency all signal", 100L,
                                "cycle_time all usual", 100L,
                                "rework_rate all usual", 100L));
        assertThat(
                        topology.number(
                                """
                                select count(*) from plumbline.drift_evidence e
                                join plumbline.drift_signals d using (org, signal_id)
                                where e.metric = 'handoff_latency' and d.resolved_at is null and e.direction = 'up'
                                    and abs(e.reference_p50 - 4200) < 1
                                """))
                .isEqualTo(1);
        // The only pod there is: five are enough.
        assertThat(
                        topology.number(
                                """
                                select count(*) from plumbline.v_drift_ranking
                                where rank = 1 and is_published and leading_metric = 'handoff_latency' and e_value > 5
                                """))
                .isEqualTo(1);
    }

    private static long signals(TopologyToStore topology, String where) throws Exception {
        return topology.number(
                "select count(*) from plumbline.drift_signals where level = 'signal' and " + where);
    }
}

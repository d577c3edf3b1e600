package dev.plumbline.streaming;

import dev.plumbline.connectors.SourceClock;
import dev.plumbline.directory.Directory;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.stall.Stall;
import dev.plumbline.streaming.admit.Arrival;
import dev.plumbline.streaming.admit.LateEvent;
import dev.plumbline.streaming.admit.WorkArrivals;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.streaming.verification.PublishedFinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One run of the real topology over events in memory, with what came out. */
record TopologyRun(
        Map<String, ItemSnapshot> items,
        Map<String, PublishedHandoff> handoffs,
        List<MetricRow> podMetrics,
        Map<String, Stall> stalls,
        Map<String, PublishedFinding> findings,
        List<DriftSignal> driftSignals,
        List<DriftEvidence> driftEvidence,
        Map<String, SourceHealth> sourceHealth,
        List<LateEvent> late) {

    static final Pseudonyms PSEUDONYMS =
            new Pseudonyms("a key for tests".getBytes(StandardCharsets.UTF_8));

    private static final Duration LATENESS = Duration.ofMinutes(15);

    static TopologyRun of(List<WorkEvent> events, Settings settings, Directory directory)
            throws Exception {
        return of(events, settings, directory, 2);
    }

    static TopologyRun of(
            List<WorkEvent> events, Settings settings, Directory directory, int parallelism)
            throws Exception {
        WorkArrivals arrivals = new WorkArrivals(directory, PSEUDONYMS);
        List<Arrival> arrived = new ArrayList<>();
        events.forEach(event -> arrived.add(arrivals.event(event, "memory", arrived.size() + 1)));
        StreamExecutionEnvironment environment = StrictEnvironment.of(new Configuration());
        environment.setParallelism(parallelism);
        DataStream<Arrival> stream =
                environment
                        .fromData(arrivals.type(), arrived.toArray(new Arrival[0]))
                        .uid("memory")
                        .assignTimestampsAndWatermarks(SourceClock.bounded(arrivals, LATENESS))
                        .uid("clock");
        Outputs outputs =
                ExecutionPatternsTopology.of(
                        stream, settings, directory.pseudonymised(PSEUDONYMS::of));
        CollectingSink<ItemSnapshot> items = new CollectingSink<>();
        CollectingSink<PublishedHandoff> handoffs = new CollectingSink<>();
        CollectingSink<MetricRow> podMetrics = new CollectingSink<>();
        CollectingSink<Stall> stalls = new CollectingSink<>();
        CollectingSink<PublishedFinding> findings = new CollectingSink<>();
        CollectingSink<DriftSignal> driftSignals = new CollectingSink<>();
        CollectingSink<DriftEvidence> driftEvidence = new CollectingSink<>();
        CollectingSink<SourceHealth> sourceHealth = new CollectingSink<>();
        CollectingSink<LateEvent> late = new CollectingSink<>();
        outputs.items().sinkTo(items).uid("items");
        outputs.handoffs().sinkTo(handoffs).uid("handoffs");
        outputs.podMetrics().sinkTo(podMetrics).uid("pod-metrics");
        outputs.stalls().sinkTo(stalls).uid("stalls");
        outputs.findings().sinkTo(findings).uid("findings");
        outputs.driftSignals().sinkTo(driftSignals).uid("drift-signals");
        outputs.driftEvidence().sinkTo(driftEvidence).uid("drift-evidence");
        outputs.sourceHealth().sinkTo(sourceHealth).uid("source-health");
        outputs.late().sinkTo(late).uid("late");
        environment.execute();
        Map<String, ItemSnapshot> lastItems = new LinkedHashMap<>();
        items.collected().forEach(item -> lastItems.put(item.timeline().id(), item));
        Map<String, PublishedHandoff> lastHandoffs = new LinkedHashMap<>();
        handoffs.collected().forEach(h -> lastHandoffs.put(h.handoff().id(), h));
        Map<String, Stall> lastStalls = new LinkedHashMap<>();
        stalls.collected().forEach(stall -> lastStalls.put(stall.id(), stall));
        Map<String, PublishedFinding> lastFindings = new LinkedHashMap<>();
        findings.collected().forEach(finding -> lastFindings.put(finding.id(), finding));
        Map<String, SourceHealth> lastHealth = new LinkedHashMap<>();
        sourceHealth
                .collected()
                .forEach(health -> lastHealth.put(health.source() + health.container(), health));
        return new TopologyRun(
                lastItems,
                lastHandoffs,
                podMetrics.collected(),
                lastStalls,
                lastFindings,
                driftSignals.collected(),
                driftEvidence.collected(),
                lastHealth,
                late.collected());
    }
}

package dev.plumbline.streaming;

import dev.plumbline.debt.DebtEntry;
import dev.plumbline.debt.PodHealth;
import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.item.ItemSnapshot;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.source.SourceHealth;
import dev.plumbline.stall.Stall;
import dev.plumbline.streaming.admit.LateEvent;
import dev.plumbline.streaming.admit.Rejection;
import dev.plumbline.streaming.item.PublishedHandoff;
import dev.plumbline.streaming.verification.PublishedFinding;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The streams that leave the topology. */
public record Outputs(
        DataStream<ItemSnapshot> items,
        DataStream<PublishedHandoff> handoffs,
        DataStream<MetricRow> podMetrics,
        DataStream<PodHealth> podHealth,
        DataStream<DebtEntry> debtLedger,
        DataStream<Stall> stalls,
        DataStream<PublishedFinding> findings,
        DataStream<DriftSignal> driftSignals,
        DataStream<DriftEvidence> driftEvidence,
        DataStream<SourceHealth> sourceHealth,
        DataStream<Rejection> rejected,
        DataStream<LateEvent> late) {}

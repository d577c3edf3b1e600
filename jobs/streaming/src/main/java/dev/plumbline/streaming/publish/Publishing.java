package dev.plumbline.streaming.publish;

import dev.plumbline.connectors.kafka.AvroTopics;
import dev.plumbline.connectors.kafka.KafkaAccess;
import dev.plumbline.connectors.kafka.TopicNames;
import dev.plumbline.connectors.postgres.PostgresUpsertSink;
import dev.plumbline.connectors.postgres.StoreAccess;
import dev.plumbline.connectors.postgres.UpsertTable;
import dev.plumbline.streaming.Outputs;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sends the outputs of a topology to the store and to topics. */
public final class Publishing {

    private Publishing() {}

    /** Upserts every output into its table. */
    public static void toStore(Outputs outputs, StoreAccess store, long runId) {
        Tables tables = new Tables(store, runId);
        tables.upsert(outputs.items(), "items", new ItemForm(), "org", "object_type", "object_id");
        tables.upsert(outputs.handoffs(), "handoffs", new HandoffForm(), "org", "handoff_id");
        tables.upsert(
                outputs.podMetrics(),
                "pod_metrics",
                new PodMetricForm(),
                "org",
                "pod",
                "metric",
                "split",
                "grain",
                "window_start");
        tables.upsert(outputs.podHealth(), "pod_health", new PodHealthForm(), "org", "pod", "day");
        tables.upsert(outputs.debtLedger(), "debt_ledger", new DebtEntryForm(), "org", "entry_id");
        tables.upsert(outputs.stalls(), "stalls", new StallForm(), "org", "stall_id");
        tables.upsert(outputs.findings(), "findings", new FindingForm(), "org", "finding_id");
        tables.upsert(outputs.driftSignals(), "drift_signals", new DriftForm(), "org", "signal_id");
        tables.upsert(
                outputs.driftEvidence(),
                "drift_evidence",
                new DriftEvidenceForm(),
                "org",
                "pod",
                "metric",
                "split");
        tables.upsert(
                outputs.sourceHealth(),
                "source_health",
                new SourceHealthForm(),
                "org",
                "source",
                "container");
        tables.upsert(
                outputs.rejected(),
                "rejected_events",
                new RejectedForm(),
                "org",
                "origin",
                "position");
        tables.upsert(outputs.late(), "late_events", new LateForm(), "org", "event_id");
    }

    /** Writes the outputs that have one to their topics, at least once. */
    public static void toTopics(Outputs outputs, KafkaAccess kafka) {
        write(outputs.items(), kafka, TopicNames.ITEMS, new ItemForm());
        write(outputs.handoffs(), kafka, TopicNames.HANDOFFS, new HandoffForm());
        write(outputs.podMetrics(), kafka, TopicNames.POD_METRICS, new PodMetricForm());
        write(outputs.stalls(), kafka, TopicNames.STALLS, new StallForm());
        write(outputs.findings(), kafka, TopicNames.FINDINGS, new FindingForm());
        write(outputs.driftSignals(), kafka, TopicNames.DRIFT_SIGNALS, new DriftForm());
        write(outputs.rejected(), kafka, TopicNames.REJECTED, new RejectedForm());
    }

    private static <T, R extends SpecificRecord> void write(
            DataStream<T> stream, KafkaAccess kafka, String topic, Revised<T, R> form) {
        stream.sinkTo(AvroTopics.atLeastOnce(kafka, topic, form))
                .uid("topic-" + topic)
                .name("Write " + topic);
    }

    private record Tables(StoreAccess store, long runId) {

        <T, R extends SpecificRecord> void upsert(
                DataStream<T> stream, String table, Revised<T, R> form, String... keys) {
            UpsertTable definition = SchemaRows.table(table, schema(form), Set.of(keys));
            stream.sinkTo(
                            new PostgresUpsertSink<>(
                                    store, definition, SchemaRows.binder(form), runId))
                    .uid("store-" + table.replace('_', '-'))
                    .name("Upsert " + table);
        }

        private static Schema schema(Revised<?, ?> form) {
            return SpecificData.get().getSchema(form.type());
        }
    }
}

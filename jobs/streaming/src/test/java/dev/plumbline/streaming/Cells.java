package dev.plumbline.streaming;

import dev.plumbline.pod.MetricRow;
import dev.plumbline.stall.Stall;
import dev.plumbline.streaming.verification.PublishedFinding;
import java.util.HashMap;
import java.util.Map;

/** Rows of the store, column by column, for cases worked out by hand. */
final class Cells {

    private Cells() {}

    static Map<String, Object> of(Stall stall) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("object_type", stall.objectType().word());
        cells.put("object_id", stall.objectId());
        cells.put("pod", stall.pod());
        cells.put("owner_kind", stall.ownerKind().word());
        cells.put("state_category", stall.state().word());
        cells.put("silent_since", stall.silentSince());
        cells.put("detected_at", stall.detectedAt());
        cells.put("ended_at", stall.endedAt());
        cells.put("outcome", stall.outcome().word());
        cells.put("severity", stall.severity().word());
        cells.put("threshold_s", stall.thresholdSeconds());
        cells.put("median_s", stall.medianSeconds());
        cells.put("baseline", stall.baseline().word());
        cells.put("baseline_n", stall.baselineN());
        cells.put("silent_effective_s", stall.silentEffectiveSeconds());
        cells.put("last_event", stall.lastEvent());
        cells.put("ending_event", stall.endingEvent());
        return cells;
    }

    static Map<String, Object> of(MetricRow row) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("pod", row.pod());
        cells.put("metric", row.metric().word());
        cells.put("split", row.split().word());
        cells.put("grain", row.grain().word());
        cells.put("window_start", row.windowStart());
        cells.put("n", row.measure().n());
        cells.put("value", row.measure().value());
        cells.put("p50", row.measure().p50());
        cells.put("p75", row.measure().p75());
        cells.put("p90", row.measure().p90());
        cells.put("p95", row.measure().p95());
        cells.put("null_reason", row.measure().nullReason());
        cells.put("completeness", row.completeness());
        return cells;
    }

    static Map<String, Object> of(PublishedFinding finding) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("kind", finding.kind());
        cells.put("object_type", finding.objectType());
        cells.put("object_id", finding.objectId());
        cells.put("pod", finding.pod());
        cells.put("reason", finding.reason());
        cells.put("opened_at", finding.openedAt());
        cells.put("ended_at", finding.endedAt());
        cells.put("outcome", finding.outcome());
        cells.put("claim_event", finding.claimEvent());
        cells.put("evidence_events", String.join(",", finding.evidenceEvents()));
        return cells;
    }
}

package dev.plumbline.streaming.publish;

import dev.plumbline.pod.Measure;
import dev.plumbline.pod.MetricRow;
import dev.plumbline.schema.PodMetric;

/** Metrics of pods as they are published. */
final class PodMetricForm implements Revised<MetricRow, PodMetric> {

    private static final long serialVersionUID = 1L;

    @Override
    public Class<PodMetric> type() {
        return PodMetric.class;
    }

    @Override
    public String key(MetricRow row) {
        return row.org() + "/" + row.pod();
    }

    @Override
    public long revision(MetricRow row) {
        return row.asOf().toEpochMilli();
    }

    @Override
    public PodMetric value(MetricRow row) {
        Measure measure = row.measure();
        return PodMetric.newBuilder()
                .setOrg(row.org())
                .setPod(row.pod())
                .setMetric(row.metric().word())
                .setSplit(row.split().word())
                .setGrain(row.grain().word())
                .setWindowStart(row.windowStart())
                .setWindowEnd(row.windowEnd())
                .setN(measure.n())
                .setValue(measure.value())
                .setP50(measure.p50())
                .setP75(measure.p75())
                .setP90(measure.p90())
                .setP95(measure.p95())
                .setNullReason(measure.nullReason())
                .setCompleteness(row.completeness())
                .setRevision(revision(row))
                .build();
    }
}

package dev.plumbline.streaming.publish;

import dev.plumbline.pod.DriftMetric;
import dev.plumbline.schema.DriftSignal;

/** Drift signals as they are published: durations in seconds, as everywhere in the store. */
final class DriftForm implements Revised<dev.plumbline.drift.DriftSignal, DriftSignal> {

    private static final long serialVersionUID = 1L;

    private static final double SECONDS_PER_MINUTE = 60;

    /** Of the store in those of the rule. */
    static double unit(String metric) {
        return DriftMetric.isShare(metric) ? 1 : SECONDS_PER_MINUTE;
    }

    @Override
    public Class<DriftSignal> type() {
        return DriftSignal.class;
    }

    @Override
    public String key(dev.plumbline.drift.DriftSignal signal) {
        return signal.org() + "/" + signal.pod();
    }

    @Override
    public long revision(dev.plumbline.drift.DriftSignal signal) {
        return signal.asOf().toEpochMilli();
    }

    @Override
    public DriftSignal value(dev.plumbline.drift.DriftSignal signal) {
        double unit = unit(signal.metric());
        Double current = signal.currentMedian();
        return DriftSignal.newBuilder()
                .setOrg(signal.org())
                .setSignalId(signal.id())
                .setPod(signal.pod())
                .setMetric(signal.metric())
                .setSplit(signal.split())
                .setDirection(signal.direction().word())
                .setLevel(signal.level().word())
                .setStatus(signal.status().word())
                .setSeverity(signal.severity().word())
                .setDetector(signal.detector().word())
                .setOnsetAt(signal.onsetAt())
                .setOnsetLow(signal.onsetLow())
                .setOnsetHigh(signal.onsetHigh())
                .setOpenedAt(signal.openedAt())
                .setAsOf(signal.asOf())
                .setResolvedAt(signal.resolvedAt())
                .setReferenceN(signal.referenceN())
                .setReferenceOwn(signal.referenceOwn())
                .setCurrentN(signal.currentN())
                .setReferenceP50(signal.referenceMedian() * unit)
                .setCurrentP50(current == null ? null : current * unit)
                .setEffect(signal.effect())
                .setEffectLow(signal.effectLow())
                .setEffectHigh(signal.effectHigh())
                .setEffectOfOriginal(signal.effectOfOriginal())
                .setStrength(signal.strength())
                .setArl0(signal.arl0())
                .setAutocorrelation(signal.autocorrelation())
                .setCensoredShare(signal.censoredShare())
                .setItems(signal.items())
                .setActions(null)
                .setRevision(revision(signal))
                .build();
    }
}

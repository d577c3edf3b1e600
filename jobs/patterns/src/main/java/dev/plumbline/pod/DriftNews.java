package dev.plumbline.pod;

import dev.plumbline.drift.DriftEvidence;
import dev.plumbline.drift.DriftSignal;
import dev.plumbline.drift.DriftState;
import dev.plumbline.drift.OpenDrift;
import dev.plumbline.drift.ToldEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told of a pod's drifts: each once, though its episodes are those of a split as well, none
 * of one person, and of every watched metric what is known whenever that has changed.
 */
final class DriftNews {

    /** Fewer, and the human split would be about one person. */
    private static final int LEAST_PEOPLE = 2;

    private final List<DriftSignal> drifts = new ArrayList<>(0);
    private final List<DriftEvidence> evidence = new ArrayList<>(0);

    List<DriftSignal> drifts() {
        return drifts;
    }

    List<DriftEvidence> evidence() {
        return evidence;
    }

    /** A row has changed. Of what was told the end is told, whatever has become hidden since. */
    void changed(PodDrift pod, DriftMetric metric, DriftSignal row) {
        boolean isKnown = row.id().equals(pod.openDrifts().get(metric.name()));
        boolean isOver = row.resolvedAt() != null;
        boolean isSeen = isKnown || !isToldElsewhere(pod, metric, row);
        if (isOver ? !isKnown : !isSeen || isHidden(pod, metric)) {
            return;
        }
        drifts.add(row);
        if (isOver) {
            pod.openDrifts().remove(metric.name());
        } else {
            pod.openDrifts().put(metric.name(), row.id());
        }
    }

    /** What is known of a metric now. */
    void known(PodDrift pod, DriftMetric metric, DriftEvidence now) {
        DriftEvidence row =
                isHidden(pod, metric) ? now.suppressed() : now.toldAs(signalId(pod, metric));
        ToldEvidence before = pod.evidence().get(metric.name());
        if (before == null || before.isOutdatedBy(row)) {
            tell(pod, metric, row);
        }
    }

    /** Of a metric nothing is known any more. */
    void forgotten(PodDrift pod, DriftMetric metric, DriftSignal lastRow, DriftEvidence now) {
        if (lastRow != null) {
            changed(pod, metric, lastRow);
        }
        tell(pod, metric, now);
    }

    private void tell(PodDrift pod, DriftMetric metric, DriftEvidence row) {
        evidence.add(row);
        pod.evidence().put(metric.name(), ToldEvidence.of(row));
    }

    private static boolean isHidden(PodDrift pod, DriftMetric metric) {
        return metric.split() == Split.HUMAN && pod.pickers().size() < LEAST_PEOPLE;
    }

    private static String signalId(PodDrift pod, DriftMetric metric) {
        OpenDrift open = pod.metrics().get(metric.name()).open();
        if (open == null) {
            return null;
        }
        String own = pod.openDrifts().get(metric.name());
        return own != null ? own : toldElsewhere(pod, metric, open.published());
    }

    private static boolean isToldElsewhere(PodDrift pod, DriftMetric metric, DriftSignal row) {
        return toldElsewhere(pod, metric, row) != null;
    }

    /**
     * The drift of the whole, or of a part, that the same episodes have raised in the same
     * direction and that says as much: its id, or null.
     */
    private static String toldElsewhere(PodDrift pod, DriftMetric metric, DriftSignal row) {
        for (DriftMetric other : DriftMetric.values()) {
            DriftState state = pod.metrics().get(other.name());
            if (!other.overlaps(metric) || state == null || state.open() == null) {
                continue;
            }
            DriftSignal told = state.open().published();
            boolean isTold = told.id().equals(pod.openDrifts().get(other.name()));
            boolean saysAsMuch = told.level().compareTo(row.level()) >= 0;
            if (isTold && saysAsMuch && told.direction() == row.direction()) {
                return told.id();
            }
        }
        return null;
    }
}

package dev.plumbline.pod;

import dev.plumbline.drift.Direction;
import dev.plumbline.drift.Pattern;

/** What of a pod is watched for drift; why these is said in the discussion of drift. */
public enum DriftMetric {
    HANDOFFS(Metric.HANDOFF_LATENCY, Split.ALL, false),
    HANDOFFS_TO_HUMANS(Metric.HANDOFF_LATENCY, Split.HUMAN, false),
    HANDOFFS_TO_AGENTS(Metric.HANDOFF_LATENCY, Split.AGENT, false),
    CYCLES(Metric.CYCLE_TIME, Split.ALL, false),
    PICKUPS(Metric.PICKUP_TIME, Split.ALL, false),
    REWORK(Metric.REWORK_RATE, Split.ALL, true);

    /** Those of durations: slower, faster, more of the slowest, and fewer completed. */
    private static final int DETECTORS_OF_DURATIONS = 4;

    /** Those of a share: more, fewer. */
    private static final int DETECTORS_OF_A_SHARE = 2;

    private final Metric metric;
    private final Split split;
    private final boolean isShare;

    DriftMetric(Metric metric, Split split, boolean isShare) {
        this.metric = metric;
        this.split = split;
        this.isShare = isShare;
    }

    /** Whether the figures of that metric's signals are shares; else they are durations. */
    public static boolean isShare(String metric) {
        return metric.equals(REWORK.metric.word());
    }

    Split split() {
        return split;
    }

    /** Whether one is part of the other. */
    boolean overlaps(DriftMetric other) {
        boolean isPart = split == Split.ALL || other.split == Split.ALL;
        return other != this && other.metric == metric && isPart;
    }

    Pattern pattern() {
        return isShare
                ? Pattern.ofShare(metric.word(), split.word(), Direction.UP)
                : Pattern.ofDurations(metric.word(), split.word());
    }

    /** How many detectors watch it. */
    int detectors() {
        return isShare ? DETECTORS_OF_A_SHARE : DETECTORS_OF_DURATIONS;
    }
}

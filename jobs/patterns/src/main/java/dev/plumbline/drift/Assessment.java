package dev.plumbline.drift;

/**
 * A drift looked at closely: since when, and how large. Done only where a threshold has been
 * reached and for drifts that are open, as it takes as long as a hundred episodes.
 *
 * @param onsetMinute the first episode after it, minutes since 1970
 * @param currentN episodes since, 150 at most
 */
record Assessment(
        Pattern pattern,
        Detector detector,
        int onsetMinute,
        int onsetLow,
        int onsetHigh,
        int currentN) {

    private static final double GATE_CONFIDENCE = 0.8;
    private static final double GATE_RATIO = 1.15;
    private static final int GATE_ITEMS = 8;

    /** Looks for the onset among the episodes that were watched. */
    static Assessment of(Pattern pattern, Detector detector, DriftState state, int minute) {
        RecentEpisodes recent = state.recent();
        int watched = recent.since(state.watchedSince());
        if (detector == Detector.SURVIVAL || watched == 0) {
            int since = state.evidence().survivalSinceMinute();
            int current = 0;
            while (current < watched && recent.minute(current + 1) >= since) {
                current++;
            }
            return new Assessment(pattern, detector, since, since, minute, current);
        }
        float[] values = state.newest(watched);
        double[] scores = Effects.scores(pattern, detector, state.reference(), values);
        Onset onset = Onset.of(scores, state.reference().size());
        return new Assessment(
                pattern,
                detector,
                recent.minute(watched - onset.place()),
                recent.minute(watched - onset.earliest()),
                recent.minute(watched - onset.latest()),
                watched - onset.place());
    }

    /**
     * Whether the change is large enough to matter: the lower limit of its ratio (80 %) is above
     * 1.15 with eight episodes at least. A stop shows itself by open episodes and passes.
     */
    boolean passesGate(DriftState state) {
        if (detector == Detector.SURVIVAL) {
            return true;
        }
        if (currentN < GATE_ITEMS) {
            return false;
        }
        float[] current = state.newest(currentN);
        Ratio ratio =
                detector == Detector.TAIL
                        ? Effects.tailRatio(state.reference(), current, GATE_CONFIDENCE)
                        : Effects.ratio(pattern, state.reference(), current, GATE_CONFIDENCE);
        Ratio outward = detector.direction() == Direction.UP ? ratio : ratio.inverse();
        return outward.low() > GATE_RATIO;
    }
}

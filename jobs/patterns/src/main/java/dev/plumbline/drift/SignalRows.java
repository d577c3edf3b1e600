package dev.plumbline.drift;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The rows that are published of a drift. */
final class SignalRows {

    private static final double CONFIDENCE = 0.95;

    private final Pattern pattern;

    SignalRows(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A drift has reached a level. */
    DriftSignal opened(DriftState state, DriftLevel level, Assessment assessment, Instant at) {
        Detector detector = assessment.detector();
        String id =
                state.open() == null
                        ? String.join(
                                "@",
                                state.pod(),
                                pattern.metric(),
                                pattern.split(),
                                Long.toString(at.toEpochMilli()))
                        : state.open().published().id();
        return row(
                state,
                new Told(
                        id,
                        detector,
                        level,
                        DriftStatus.OPEN,
                        instant(assessment.onsetMinute()),
                        instant(assessment.onsetLow()),
                        instant(assessment.onsetHigh()),
                        at),
                at,
                assessment.currentN());
    }

    /** What is known of the open drift now. */
    DriftSignal updated(DriftState state, DriftStatus status, Instant at) {
        DriftSignal before = state.open().published();
        Told told =
                new Told(
                        before.id(),
                        before.detector(),
                        before.level(),
                        status,
                        before.onsetAt(),
                        before.onsetLow(),
                        before.onsetHigh(),
                        before.openedAt());
        return row(state, told, at, state.recent().since(state.open().onsetCount()));
    }

    /** Whether the last so many have moved on, or back, against those before since the onset. */
    DriftStatus course(DriftState state, int last) {
        OpenDrift open = state.open();
        int current = state.recent().since(open.onsetCount());
        DriftStatus before = open.published().status();
        if (current < 2 * last) {
            return before;
        }
        float[] values = state.newest(current);
        Ratio ratio = compared(values, current - last);
        Ratio outward = open.published().direction() == Direction.UP ? ratio : ratio.inverse();
        if (outward.low() > 1) {
            return DriftStatus.WORSENING;
        }
        return outward.high() < 1 ? DriftStatus.IMPROVING : before;
    }

    /**
     * Whether the changed pattern has become the usual one: the newer half of so many is like the
     * older one, and not like the reference.
     */
    boolean hasSettled(DriftState state, int size) {
        Ratio halves = compared(state.newest(size), size / 2);
        float[] newer = state.newest(size / 2);
        Ratio change = Effects.ratio(pattern, state.reference(), newer, CONFIDENCE);
        Direction direction = state.open().published().direction();
        Ratio outward = direction == Direction.UP ? change : change.inverse();
        return halves.low() <= 1 && halves.high() >= 1 && outward.low() > 1;
    }

    /** Those from a place on by those before. */
    private Ratio compared(float[] values, int place) {
        float[] older = Arrays.copyOf(values, place);
        float[] newer = Arrays.copyOfRange(values, place, values.length);
        return Effects.ratio(pattern, Reference.of(older, new float[0], 0), newer, CONFIDENCE);
    }

    private record Told(
            String id,
            Detector detector,
            DriftLevel level,
            DriftStatus status,
            Instant onset,
            Instant onsetLow,
            Instant onsetHigh,
            Instant openedAt) {}

    private DriftSignal row(DriftState state, Told told, Instant at, int currentN) {
        Reference reference = state.reference();
        float[] current = state.newest(currentN);
        float[] asTheyWere = state.recent().newest(currentN);
        Ratio ratio = currentN == 0 ? null : ratio(reference, current);
        Reference original = state.originally(state.effects());
        Double ofOriginal =
                currentN == 0 || original == null ? null : ratio(original, current).estimate();
        Detector detector = told.detector();
        Thresholds inForce =
                (told.level() == DriftLevel.SIGNAL ? state.signalLimits() : state.watchLimits())
                        .of(detector);
        TopItems items = detector.direction() == Direction.UP ? state.rising() : state.falling();
        return new DriftSignal(
                told.id(),
                state.org(),
                state.pod(),
                pattern.metric(),
                pattern.split(),
                detector.direction(),
                told.level(),
                told.status(),
                ratio == null ? DriftSeverity.LOW : DriftSeverity.of(ratio.estimate()),
                detector,
                told.onset(),
                told.onsetLow(),
                told.onsetHigh(),
                told.openedAt(),
                at,
                told.status().isOver() ? at : null,
                reference.size(),
                reference.own(),
                currentN,
                usual(pattern, reference),
                currentN == 0 ? null : usual(pattern, Reference.of(asTheyWere, new float[0], 0)),
                ratio == null ? null : ratio.estimate(),
                ratio == null ? null : ratio.low(),
                ratio == null ? null : ratio.high(),
                ofOriginal,
                CombinedEvidence.eValue(state.evidence().of(detector), inForce),
                inForce.arl0(),
                state.signalLimits().autocorrelation(),
                share(state.openItems(), currentN),
                List.copyOf(items.ids()));
    }

    private Ratio ratio(Reference reference, float[] current) {
        return Effects.ratio(pattern, reference, current, CONFIDENCE);
    }

    /** Its median in minutes, or its share. */
    static double usual(Pattern pattern, Reference reference) {
        return pattern.isShare()
                ? (double) reference.having() / reference.size()
                : Episode.minutes(reference.ownMedian());
    }

    private static double share(int open, int completed) {
        return open + completed == 0 ? 0 : (double) open / (open + completed);
    }

    static Instant instant(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }
}

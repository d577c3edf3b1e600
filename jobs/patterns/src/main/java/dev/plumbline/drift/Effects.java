package dev.plumbline.drift;

import java.util.Arrays;

/** How far episodes stand from a reference, one by one as scores and together as a ratio. */
final class Effects {

    private Effects() {}

    /**
     * The score of one episode: its rank score, or for a share and for the tail the standardised
     * indicator. Positive where it speaks for the detector's change.
     */
    static double score(Pattern pattern, Detector detector, Reference reference, float value) {
        int sign = detector.direction().sign();
        if (pattern.isShare()) {
            return sign * standardised(value > 0, reference.share());
        }
        if (detector == Detector.TAIL) {
            boolean slow = TailShift.isInTail(reference.values(), value);
            return standardised(slow, TailShift.usual(reference.size()));
        }
        return sign * RankScore.of(reference.values(), value);
    }

    static double[] scores(
            Pattern pattern, Detector detector, Reference reference, float[] values) {
        double[] scores = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            scores[at] = score(pattern, detector, reference, values[at]);
        }
        return scores;
    }

    /** Begins to look for the return of a change, from what was seen since its onset. */
    static ReturnTest returnTest(
            Pattern pattern, Detector detector, Reference reference, float[] since) {
        double sum = 0;
        for (float value : since) {
            if (isIndicator(pattern, detector)) {
                sum += has(pattern, reference, value) ? 1 : 0;
            } else {
                sum += score(pattern, detector, reference, value);
            }
        }
        return ReturnTest.since(sum, since.length);
    }

    /** One more episode after a change. */
    static ReturnTest after(
            ReturnTest before,
            Pattern pattern,
            Detector detector,
            Reference reference,
            float value) {
        if (!isIndicator(pattern, detector)) {
            return before.plus(score(pattern, detector, reference, value));
        }
        double usual = pattern.isShare() ? reference.share() : TailShift.usual(reference.size());
        return before.plus(has(pattern, reference, value), usual, detector.direction());
    }

    /** Whether the episodes since speak for the return clearly enough. */
    static boolean isBack(ReturnTest test, Pattern pattern, Detector detector) {
        return isIndicator(pattern, detector) ? test.isShareBack() : test.isBack();
    }

    private static boolean isIndicator(Pattern pattern, Detector detector) {
        return pattern.isShare() || detector == Detector.TAIL;
    }

    private static boolean has(Pattern pattern, Reference reference, float value) {
        return pattern.isShare() ? value > 0 : TailShift.isInTail(reference.values(), value);
    }

    /**
     * Current by reference: of durations, or of how many are counted.
     *
     * @param current at least one
     */
    static Ratio ratio(Pattern pattern, Reference reference, float[] current, double confidence) {
        if (!pattern.isShare()) {
            float[] ascending = current.clone();
            Arrays.sort(ascending);
            return HodgesLehmann.ratio(reference.values(), ascending, confidence);
        }
        int having = 0;
        for (float value : current) {
            having += value > 0 ? 1 : 0;
        }
        return RateRatio.ratio(
                reference.having(), reference.size(), having, current.length, confidence);
    }

    /** Current by reference, of how many are among the reference's slowest tenth. */
    static Ratio tailRatio(Reference reference, float[] current, double confidence) {
        int slow = 0;
        for (float value : current) {
            slow += TailShift.isInTail(reference.values(), value) ? 1 : 0;
        }
        double usual = TailShift.usual(reference.size()) * reference.size();
        return RateRatio.ratio(usual, reference.size(), slow, current.length, confidence);
    }

    private static double standardised(boolean has, double usual) {
        return ((has ? 1 : 0) - usual) / StrictMath.sqrt(usual * (1 - usual));
    }
}

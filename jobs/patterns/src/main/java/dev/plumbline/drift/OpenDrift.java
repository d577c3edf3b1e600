package dev.plumbline.drift;

/**
 * A drift that is not over.
 *
 * @param published its row as last told
 * @param back whether it is over
 * @param openedCount episodes ever when it reached its level
 * @param onsetCount episodes ever before its onset
 */
public record OpenDrift(DriftSignal published, ReturnTest back, long openedCount, long onsetCount) {

    boolean isSignal() {
        return published.level() == DriftLevel.SIGNAL;
    }

    OpenDrift with(ReturnTest next) {
        return new OpenDrift(published, next, openedCount, onsetCount);
    }

    OpenDrift telling(DriftSignal row) {
        return new OpenDrift(row, back, openedCount, onsetCount);
    }
}

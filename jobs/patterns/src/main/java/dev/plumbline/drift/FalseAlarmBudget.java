package dev.plumbline.drift;

/**
 * How many false alarms the operator is willing to see at most, shared by everything that can raise
 * one: evenly, but for what is of less use.
 *
 * @param perPodYear false alarms in a year of a pod in which nothing changes, such as 0.5
 * @param detectors that watch the pod: of all its metrics, in both directions
 */
public record FalseAlarmBudget(double perPodYear, int detectors) {

    private static final double WEEKS_PER_YEAR = 52;

    /** A watch is worth a look, not an alarm: it may come that many times as often. */
    private static final double WATCHES_PER_SIGNAL = 5;

    private static final double ALARMS_PER_IMPROVEMENT = 4;
    private static final double ALARMS_PER_TAIL = 4;

    /** Weeks between two false alarms of one detector. */
    public double weeks() {
        return WEEKS_PER_YEAR * detectors / perPodYear;
    }

    /** Items between two false alarms of one detector. */
    public double items(double itemsPerWeek) {
        return weeks() * itemsPerWeek;
    }

    /** The budget of what is good news: a quarter, as nobody must act on it. */
    FalseAlarmBudget forImprovement() {
        return new FalseAlarmBudget(perPodYear / ALARMS_PER_IMPROVEMENT, detectors);
    }

    /** The budget of tails: a quarter, as what is found there the level finds sooner, mostly. */
    FalseAlarmBudget forTail() {
        return new FalseAlarmBudget(perPodYear / ALARMS_PER_TAIL, detectors);
    }

    /** The budget of watches. */
    FalseAlarmBudget forWatch() {
        return new FalseAlarmBudget(perPodYear * WATCHES_PER_SIGNAL, detectors);
    }
}

package dev.plumbline.drift;

/**
 * How many times what was usual, with an interval.
 *
 * @param estimate 1 where nothing has changed
 */
public record Ratio(double estimate, double low, double high) {

    /** The same change seen the other way round. */
    Ratio inverse() {
        return new Ratio(1 / estimate, 1 / high, 1 / low);
    }
}

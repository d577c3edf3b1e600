package dev.plumbline.streaming.stall;

import java.util.ArrayList;
import java.util.List;

/**
 * The priors of one organisation and stratum that may still be asked for.
 *
 * @param priors by day, ascending
 */
public record PriorDays(List<DayPrior> priors) {

    static final PriorDays NONE = new PriorDays(List.of());

    /** With one more; those no day from {@code today} on asks for are forgotten. */
    PriorDays with(DayPrior prior, long today) {
        List<DayPrior> next = new ArrayList<>(priors);
        next.removeIf(known -> known.day() == prior.day());
        next.add(prior);
        next.sort((one, other) -> Long.compare(one.day(), other.day()));
        while (next.size() > 1 && next.get(1).day() <= today) {
            next.remove(0);
        }
        return new PriorDays(next);
    }

    /** The one in force on that day; null where there was none yet. */
    DayPrior on(long day) {
        DayPrior inForce = null;
        for (DayPrior prior : priors) {
            if (prior.day() <= day) {
                inForce = prior;
            }
        }
        return inForce;
    }
}

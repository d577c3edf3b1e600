package dev.plumbline.debt;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ledger of a pod remembers: grows with what is open, not with history.
 *
 * @param day the open day, counted from the epoch; {@link #ASLEEP} while there is nothing to report
 * @param firstDay the first one since anything is known of the pod
 * @param open episodes that are not over; an entry leaves when its episode ends. Changed in place,
 *     as all below
 * @param watched items that ought to move, and since when; an entry leaves when it need not
 * @param history how long episodes took, by stratum; leaves when it is eight weeks old
 * @param baselines what is usual on the open day, by stratum, as far as it was asked for
 * @param today leaves with the day
 * @param saved what episodes of the open week saved, by category; leaves with the week
 * @param balances what was owed at the end of the seven days before the open one, by day
 */
public record PodDebt(
        String org,
        String pod,
        long day,
        long firstDay,
        Map<String, OpenEpisode> open,
        Map<String, Instant> watched,
        Map<String, WaitHistory> history,
        Map<String, Baseline> baselines,
        DayTally today,
        Map<DebtCategory, Saving> saved,
        Map<Long, Long> balances) {

    static final long ASLEEP = Long.MIN_VALUE;

    public static PodDebt of(String org, String pod) {
        return new PodDebt(
                org,
                pod,
                ASLEEP,
                ASLEEP,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                DayTally.empty(),
                new HashMap<>(),
                new HashMap<>());
    }

    /** Nothing is open and nothing is remembered: the pod can be forgotten. */
    public boolean isIdle() {
        return day == ASLEEP && history.isEmpty();
    }

    PodDebt on(long newDay) {
        return new PodDebt(
                org,
                pod,
                newDay,
                firstDay == ASLEEP ? newDay : firstDay,
                open,
                watched,
                history,
                baselines,
                DayTally.empty(),
                saved,
                balances);
    }

    /** Where nothing of its past counts any more it begins anew, whether it was evicted or not. */
    PodDebt waking(long newDay) {
        for (WaitHistory known : history.values()) {
            if (known.forgottenOn() > newDay) {
                return on(newDay);
            }
        }
        return of(org, pod).on(newDay);
    }

    PodDebt with(DayTally tally) {
        return new PodDebt(
                org, pod, day, firstDay, open, watched, history, baselines, tally, saved, balances);
    }
}

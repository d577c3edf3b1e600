package dev.plumbline.debt;

import java.util.List;

/**
 * What changed.
 *
 * @param entries rows of the ledger: those that closed, and those that are open where asked for
 * @param health one row per day that ended
 */
public record DebtStep(PodDebt pod, List<DebtEntry> entries, List<PodHealth> health) {

    DebtStep with(PodDebt next) {
        return new DebtStep(next, entries, health);
    }
}

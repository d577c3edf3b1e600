package dev.plumbline.verification;

import java.util.List;

/**
 * Why a finding ends.
 *
 * @param events what ended it, where that is a trace
 */
record Ending(FindingOutcome outcome, List<String> events) {

    static Ending as(FindingOutcome outcome) {
        return new Ending(outcome, List.of());
    }

    static Ending as(FindingOutcome outcome, String event) {
        return new Ending(outcome, List.of(event));
    }
}

package dev.plumbline.item;

import dev.plumbline.stall.Watch;
import dev.plumbline.verification.Verification;
import java.util.Map;

/**
 * What an item remembers to tell silence and false words.
 *
 * @param watch null while nobody is expected to move it
 * @param podsOfFindings the pod in which each open finding was opened, by the finding's id
 * @param evidenceSeen a trace of its work has reached it from another tool
 */
public record Oversight(
        Watch watch,
        Verification verification,
        Map<String, String> podsOfFindings,
        boolean evidenceSeen) {

    /** Nothing has happened yet. */
    public static final Oversight NONE = new Oversight(null, Verification.NONE, Map.of(), false);
}

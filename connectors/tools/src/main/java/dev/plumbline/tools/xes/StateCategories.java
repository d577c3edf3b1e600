package dev.plumbline.tools.xes;

import java.util.Locale;
import java.util.Map;

/**
 * What an activity and its lifecycle transition say about the state of the case.
 *
 * <p>The activities are those of the Volvo IT logs (BPI Challenge 2013); {@code Unmatched}, a
 * status the tool itself could not name, counts as {@code active}, since somebody worked on the
 * case. Then the standard lifecycle of XES. The completion of an activity says nothing about the
 * case, so that it has no category unless the user's own list gives one.
 */
final class StateCategories {
    private static final Map<String, String> ACTIVITIES =
            Map.of(
                    "Completed", "done",
                    "Queued", "todo",
                    "Accepted", "active",
                    "Unmatched", "active");
    private static final Map<String, String> TRANSITIONS =
            Map.of(
                    "schedule", "todo",
                    "assign", "todo",
                    "reassign", "todo",
                    "start", "active",
                    "resume", "active",
                    "suspend", "waiting");

    private final Map<String, String> given;

    StateCategories(Map<String, String> given) {
        this.given = given;
    }

    /** The category, or null where nothing is known. */
    String of(String activity, String transition) {
        for (String key : new String[] {raw(activity, transition), activity, transition}) {
            if (key != null && given.containsKey(key)) {
                return given.get(key);
            }
        }
        return builtIn(activity, transition);
    }

    /** The tool's own status: activity and transition where the log has both; null for neither. */
    static String raw(String activity, String transition) {
        if (activity == null || transition == null) {
            return activity == null ? transition : activity;
        }
        return activity + "/" + transition;
    }

    private static String builtIn(String activity, String transition) {
        boolean waits = transition != null && transition.startsWith("Wait");
        if (activity != null && waits && activity.equals("Accepted")) {
            return "waiting";
        }
        if (activity != null && ACTIVITIES.containsKey(activity)) {
            return ACTIVITIES.get(activity);
        }
        return transition == null ? null : TRANSITIONS.get(transition.toLowerCase(Locale.ROOT));
    }
}

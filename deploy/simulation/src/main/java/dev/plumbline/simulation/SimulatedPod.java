package dev.plumbline.simulation;

import dev.plumbline.time.WorkCalendar;
import java.util.List;

/**
 * A pod and its habits.
 *
 * @param number from 1 on
 * @param medianHours median of a plain piece of work, working hours
 * @param outliers share of durations that are many times longer
 * @param humans the first one leads
 * @param fault what goes wrong in the whole pod, null for nothing
 */
record SimulatedPod(
        int number,
        WorkCalendar calendar,
        double medianHours,
        double outliers,
        List<Member> humans,
        List<Member> agents,
        PodFault fault) {
    static final String ORGANISATION = "simulated";

    static String id(int number) {
        return "pod-" + number;
    }

    static String repository(int number) {
        return ORGANISATION + "/pod" + number;
    }

    String id() {
        return id(number);
    }

    /** Prefix of its tickets. */
    String project() {
        return "POD" + number;
    }

    String tickets() {
        return "jira:" + project();
    }

    String repository() {
        return repository(number);
    }

    String code() {
        return "github:" + repository();
    }

    Member lead() {
        return humans.get(0);
    }

    boolean has(FaultKind kind) {
        return fault != null && fault.is(kind);
    }
}

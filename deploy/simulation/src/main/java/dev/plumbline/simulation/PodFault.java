package dev.plumbline.simulation;

/**
 * What goes wrong in a whole pod.
 *
 * @param size the factor of a slowdown, the share of items that rest; 1 where all are meant
 * @param member who disengages, else null
 * @param container whose events are lost, else null
 */
record PodFault(FaultKind kind, Span span, double size, Member member, String container) {
    boolean is(FaultKind other) {
        return kind == other;
    }
}

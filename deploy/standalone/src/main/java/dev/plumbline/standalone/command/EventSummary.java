package dev.plumbline.standalone.command;

import dev.plumbline.directory.Directory;
import dev.plumbline.schema.Actor;
import dev.plumbline.schema.State;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.work.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in a set of events, counted in one pass. */
final class EventSummary {
    private static final String NO_CONTAINER = "(none)";

    private final Directory directory;
    private final SortedMap<String, Long> types = new TreeMap<>();
    private final SortedMap<String, Set<String>> objects = new TreeMap<>();
    private final SortedMap<String, Set<String>> accounts = new TreeMap<>();
    private final SortedMap<String, Long> containers = new TreeMap<>();
    private final SortedMap<String, Long> unknownStates = new TreeMap<>();
    private final Set<String> containersWithoutPod = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    private long events;
    private long disordered;
    private Instant first;
    private Instant last;
    private Duration deepestDisorder = Duration.ZERO;

    EventSummary(Directory directory) {
        this.directory = directory;
    }

    void add(WorkEvent event) {
        events++;
        addTime(event.getOccurredAt());
        organisations.add(event.getOrg());
        types.merge(event.getType(), 1L, Long::sum);
        objects.computeIfAbsent(event.getObject().getType(), type -> new HashSet<>())
                .add(event.getOrg() + '\n' + event.getObject().getId());
        addAccount(event.getActor());
        addContainer(event.getContainer());
        addState(event.getSource(), event.getStateTo());
    }

    private void addTime(Instant at) {
        if (last != null && at.isBefore(last)) {
            disordered++;
            Duration behind = Duration.between(at, last);
            deepestDisorder = behind.compareTo(deepestDisorder) > 0 ? behind : deepestDisorder;
        }
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    private void addAccount(Actor actor) {
        if (actor == null) {
            return;
        }
        ActorKind stated = ActorKind.ofWord(actor.getKind());
        boolean agentNamed = actor.getAgent() != null;
        String kind = directory.kindOf(actor.getAccount(), stated, agentNamed).kind().word();
        accounts.computeIfAbsent(kind, word -> new HashSet<>()).add(actor.getAccount());
    }

    private void addState(String source, State state) {
        if (state == null || state.getRaw() == null || state.getCategory() != null) {
            return;
        }
        if (directory.categoryOf(source, state.getRaw()) == null) {
            unknownStates.merge(source + ": " + state.getRaw(), 1L, Long::sum);
        }
    }

    private void addContainer(String container) {
        containers.merge(container == null ? NO_CONTAINER : container, 1L, Long::sum);
        if (container != null && directory.podOfContainer(container) == null) {
            containersWithoutPod.add(container);
        }
    }

    long events() {
        return events;
    }

    /** Events that stand after an event of a later time. */
    long disordered() {
        return disordered;
    }

    /** How far the most disordered event is behind the latest one before it. */
    Duration deepestDisorder() {
        return deepestDisorder;
    }

    /** Time of the earliest event, {@code null} without events. */
    Instant first() {
        return first;
    }

    /** Time of the latest event, {@code null} without events. */
    Instant last() {
        return last;
    }

    int organisations() {
        return organisations.size();
    }

    SortedMap<String, Long> eventsByType() {
        return types;
    }

    SortedMap<String, Long> objectsByType() {
        return sizes(objects);
    }

    SortedMap<String, Long> accountsByKind() {
        return sizes(accounts);
    }

    SortedMap<String, Long> eventsByContainer() {
        return containers;
    }

    /** States of which neither the event nor the directory says what they mean. */
    SortedMap<String, Long> eventsByUnknownState() {
        return unknownStates;
    }

    /** Containers of events that no pod of the directory owns. */
    int containersWithoutPod() {
        return containersWithoutPod.size();
    }

    private static SortedMap<String, Long> sizes(SortedMap<String, Set<String>> sets) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        sets.forEach((word, set) -> sizes.put(word, (long) set.size()));
        return sizes;
    }
}

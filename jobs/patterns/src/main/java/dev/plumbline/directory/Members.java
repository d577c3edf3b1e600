package dev.plumbline.directory;

import dev.plumbline.time.Windows;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The people of each pod over time; its agents are left out. */
final class Members implements Serializable {
    private static final long serialVersionUID = 1L;

    /** [from, until) of a person in a pod. */
    private record Presence(String person, Instant from, Instant until) implements Serializable {}

    private final HashMap<String, List<Presence>> byPod = new HashMap<>();

    static Members of(DirectoryEntries entries, Identities identities, KindRules kinds) {
        Members members = new Members();
        Windows windows = new Windows(entries.calendar().zone());
        for (Pod pod : entries.pods()) {
            for (Member member : pod.members()) {
                if (kinds.kindOf(member.account(), null, false).kind() == ActorKind.HUMAN) {
                    members.add(pod, identities.personOf(member.account()), member, windows);
                }
            }
        }
        return members;
    }

    private void add(Pod pod, String person, Member member, Windows windows) {
        byPod.computeIfAbsent(pod.id(), id -> new ArrayList<>())
                .add(
                        new Presence(
                                person,
                                Pods.startOf(member, windows),
                                Pods.endOf(member, windows)));
    }

    /** The people who had working time in the pod in [from, until), sorted. */
    SortedSet<String> present(String pod, Instant from, Instant until, WorkCalendar calendar) {
        SortedSet<String> present = new TreeSet<>();
        for (Presence stay : byPod.getOrDefault(pod, List.of())) {
            Instant start = stay.from().isAfter(from) ? stay.from() : from;
            Instant end = stay.until().isBefore(until) ? stay.until() : until;
            if (start.isBefore(end) && calendar.workingMillis(start, end) > 0) {
                present.add(stay.person());
            }
        }
        return present;
    }

    Members pseudonymised(UnaryOperator<String> pseudonym) {
        Members members = new Members();
        byPod.forEach(
                (pod, stays) -> {
                    List<Presence> hidden = new ArrayList<>();
                    for (Presence stay : stays) {
                        String person = pseudonym.apply(stay.person());
                        hidden.add(new Presence(person, stay.from(), stay.until()));
                    }
                    members.byPod.put(pod, hidden);
                });
        return members;
    }
}

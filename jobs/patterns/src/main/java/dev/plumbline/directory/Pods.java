package dev.plumbline.directory;

import dev.plumbline.time.Windows;
import dev.plumbline.time.WorkCalendar;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who belongs to which pod and when, and what pods own. */
final class Pods implements Serializable {
    private static final long serialVersionUID = 1L;

    /** [from, until) in a pod. */
    private record Stay(String pod, Instant from, Instant until) implements Serializable {
        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private final PodRule rule;
    private final HashMap<String, List<Stay>> staysOfPerson;
    private final HashMap<String, String> podOfGroup = new HashMap<>();
    private final HashMap<String, String> podOfContainer = new HashMap<>();
    private final HashMap<String, WorkCalendar> calendars = new HashMap<>();

    private Pods(PodRule rule, Map<String, List<Stay>> staysOfPerson) {
        this.rule = rule;
        this.staysOfPerson = new HashMap<>(staysOfPerson);
    }

    static Pods of(DirectoryEntries entries, Identities identities) {
        Pods pods = new Pods(entries.podRule(), Map.of());
        Windows windows = new Windows(entries.calendar().zone());
        Map<WorkCalendar, WorkCalendar> shared = new HashMap<>();
        for (Pod pod : entries.pods()) {
            pod.groups().forEach(group -> pods.podOfGroup.putIfAbsent(group, pod.id()));
            pod.containers()
                    .forEach(container -> pods.podOfContainer.putIfAbsent(container, pod.id()));
            if (pod.calendar() != null) {
                WorkCalendar calendar = shared.computeIfAbsent(pod.calendar(), same -> same);
                pods.calendars.put(pod.id(), calendar);
            }
            for (Member member : pod.members()) {
                pods.staysOfPerson
                        .computeIfAbsent(
                                identities.personOf(member.account()), person -> new ArrayList<>())
                        .add(stay(pod, member, windows));
            }
        }
        return pods;
    }

    private static Stay stay(Pod pod, Member member, Windows windows) {
        return new Stay(pod.id(), startOf(member, windows), endOf(member, windows));
    }

    /** First instant of the stay. */
    static Instant startOf(Member member, Windows windows) {
        return member.from() == null ? Instant.MIN : windows.startOfDay(member.from());
    }

    /** First instant after the stay. */
    static Instant endOf(Member member, Windows windows) {
        return member.to() == null ? Instant.MAX : windows.startOfDay(member.to().plusDays(1));
    }

    Set<String> persons() {
        return Set.copyOf(staysOfPerson.keySet());
    }

    String podOfPerson(String person, Instant at) {
        for (Stay stay : staysOfPerson.getOrDefault(person, List.of())) {
            if (stay.contains(at)) {
                return stay.pod();
            }
        }
        return null;
    }

    String podOfGroup(String group) {
        return switch (rule) {
            case LISTED -> podOfGroup.get(group);
            case FROM_GROUPS -> blankToNull(group);
            case FROM_CONTAINERS -> null;
        };
    }

    String podOfContainer(String container) {
        return switch (rule) {
            case LISTED -> podOfContainer.get(container);
            case FROM_GROUPS -> null;
            case FROM_CONTAINERS -> blankToNull(container);
        };
    }

    WorkCalendar calendarOf(String pod, WorkCalendar otherwise) {
        return calendars.getOrDefault(pod, otherwise);
    }

    Pods pseudonymised(UnaryOperator<String> pseudonym) {
        Map<String, List<Stay>> stays = new HashMap<>();
        staysOfPerson.forEach((person, list) -> stays.put(pseudonym.apply(person), list));
        Pods pods = new Pods(rule, stays);
        pods.podOfGroup.putAll(podOfGroup);
        pods.podOfContainer.putAll(podOfContainer);
        pods.calendars.putAll(calendars);
        return pods;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

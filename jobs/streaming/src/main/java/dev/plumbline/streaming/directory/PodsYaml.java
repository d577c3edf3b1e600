package dev.plumbline.streaming.directory;

import dev.plumbline.directory.Conflict;
import dev.plumbline.directory.Directory;
import dev.plumbline.directory.Identity;
import dev.plumbline.directory.Member;
import dev.plumbline.directory.Pod;
import dev.plumbline.directory.PodRule;
import dev.plumbline.time.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the pods: a list of them, or the rule by which they come from the events. */
final class PodsYaml {
    private static final Set<String> POD_KEYS =
            new LinkedHashSet<>(List.of("id", "members", "containers", "groups", "calendar"));
    private static final Set<String> MEMBER_KEYS =
            new LinkedHashSet<>(List.of("account", "from", "to"));
    private static final Set<String> CALENDAR_KEYS = new LinkedHashSet<>(CalendarYaml.KEYS);
    private static final Map<String, PodRule> RULES =
            Map.of("from-groups", PodRule.FROM_GROUPS, "from-containers", PodRule.FROM_CONTAINERS);

    private final WorkCalendar organisations;
    private final List<Map<String, YamlValue>> places = new ArrayList<>();
    private final Map<String, Integer> lineOfPod = new LinkedHashMap<>();

    PodsYaml(WorkCalendar organisations) {
        this.organisations = organisations;
    }

    static PodRule rule(YamlValue value) {
        if (!value.isText()) {
            return PodRule.LISTED;
        }
        PodRule rule = RULES.get(value.text());
        if (rule != null) {
            return rule;
        }
        String meant = Suggestion.of(value.text(), RULES.keySet());
        value.isWrong(
                "no pods '"
                        + value.text()
                        + "'"
                        + (meant.isEmpty()
                                ? ", write a list of pods, from-groups or from-containers"
                                : meant));
        return PodRule.LISTED;
    }

    List<Pod> read(YamlValue value) {
        List<Pod> pods = new ArrayList<>();
        for (YamlValue item : value.items()) {
            Map<String, YamlValue> fields = item.fields(POD_KEYS);
            places.add(fields);
            pods.add(
                    new Pod(
                            id(item, fields),
                            members(fields.get("members")),
                            texts(fields.get("containers")),
                            texts(fields.get("groups")),
                            calendar(fields.get("calendar"))));
        }
        return pods;
    }

    private static List<String> texts(YamlValue value) {
        return value == null ? List.of() : value.texts();
    }

    private WorkCalendar calendar(YamlValue value) {
        return value == null ? null : CalendarYaml.read(value.fields(CALENDAR_KEYS), organisations);
    }

    /** To be asked when there are no problems: entries are found by their place in the list. */
    void refuseConflicts(List<Pod> pods, List<Identity> identities) {
        for (Conflict conflict : Conflict.among(pods, identities)) {
            YamlValue list = places.get(conflict.pod()).get(conflict.list());
            boolean member = conflict.list().equals("members");
            list.items()
                    .get(conflict.entry())
                    .isWrong(
                            "'"
                                    + conflict.claimed()
                                    + "' belongs to pod '"
                                    + conflict.first()
                                    + "' already"
                                    + (member
                                            ? " on some of these days, end one before the other"
                                            : ", a pod shares none of these"));
        }
    }

    private String id(YamlValue pod, Map<String, YamlValue> fields) {
        String id = required(pod, fields, "id", "a pod");
        if (id.isEmpty()) {
            return id;
        }
        YamlValue value = fields.get("id");
        Integer line = lineOfPod.putIfAbsent(id, value.line());
        if (line != null) {
            value.isWrong("pod '" + id + "' is there already in line " + line);
        }
        if (id.equals(Directory.UNASSIGNED)) {
            value.isWrong("'" + id + "' is the name of what belongs to no pod, choose another");
        }
        return id;
    }

    /** The text of that field; empty, and a problem, where there is none. */
    private static String required(
            YamlValue item, Map<String, YamlValue> fields, String key, String what) {
        if (!fields.containsKey(key)) {
            item.isWrong(what + " needs '" + key + "'");
            return "";
        }
        String text = fields.get(key).text();
        return text == null ? "" : text;
    }

    private static List<Member> members(YamlValue value) {
        List<Member> members = new ArrayList<>();
        if (value == null) {
            return members;
        }
        for (YamlValue item : value.items()) {
            Map<String, YamlValue> fields = item.fields(MEMBER_KEYS);
            String account = required(item, fields, "account", "a member");
            LocalDate from =
                    fields.containsKey("from") ? CalendarYaml.date(fields.get("from")) : null;
            LocalDate to = fields.containsKey("to") ? CalendarYaml.date(fields.get("to")) : null;
            if (from != null && to != null && to.isBefore(from)) {
                fields.get("to").isWrong("'to' " + to + " is before 'from' " + from);
            }
            members.add(new Member(account, from, to));
        }
        return members;
    }
}

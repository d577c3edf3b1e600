package dev.plumbline.streaming.directory;

import dev.plumbline.directory.AccountRule;
import dev.plumbline.directory.Directory;
import dev.plumbline.directory.DirectoryEntries;
import dev.plumbline.directory.Identity;
import dev.plumbline.directory.Pod;
import dev.plumbline.directory.PodRule;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.StateCategory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a directory from YAML. Every part is optional; an unknown key, a value that makes no sense
 * and two entries that contradict each other are errors with file, line, column and key.
 */
public final class DirectoryYaml {
    private static final Set<String> KEYS =
            keys("organisation", "pods", "identities", "agents", "services", "states", "evidence");
    private static final Set<String> ORGANISATION_KEYS =
            keys("id", "zone", "days", "hours", "holidays");
    private static final Set<String> IDENTITY_KEYS = keys("person", "accounts");
    private static final Set<String> RULE_KEYS = keys("account", "pattern");
    private static final List<String> CATEGORIES =
            Arrays.stream(StateCategory.values()).map(StateCategory::word).toList();

    private final Map<String, YamlValue> sections;

    /** Account → line of the rule or identity that names it. */
    private final Map<String, Integer> ruled = new HashMap<>();

    private final Map<String, Integer> identified = new HashMap<>();

    private DirectoryYaml(Map<String, YamlValue> sections) {
        this.sections = sections;
    }

    /**
     * The directory in that file.
     *
     * @throws DirectoryException if the file is missing, is not UTF-8 or is not a directory
     */
    public static Directory read(Path file) {
        return parse(YamlDocument.read(file), file.toString());
    }

    /**
     * The directory in that text.
     *
     * @param fileName where the text comes from, for messages
     * @throws DirectoryException with all that is wrong in it
     */
    public static Directory parse(String text, String fileName) {
        Problems problems = new Problems(fileName);
        YamlValue top = YamlDocument.parse(text, problems);
        DirectoryEntries entries = new DirectoryYaml(top.fields(KEYS)).entries(problems);
        problems.raise();
        return Directory.of(entries);
    }

    private DirectoryEntries entries(Problems problems) {
        DirectoryEntries none = DirectoryEntries.none();
        Map<String, YamlValue> organisation =
                sections.containsKey("organisation")
                        ? sections.get("organisation").fields(ORGANISATION_KEYS)
                        : Map.of();
        String id = organisation.containsKey("id") ? organisation.get("id").text() : null;
        WorkCalendar calendar = CalendarYaml.read(organisation, none.calendar());

        PodsYaml podsYaml = new PodsYaml(calendar);
        YamlValue podsValue = sections.get("pods");
        PodRule rule = podsValue == null ? PodRule.LISTED : PodsYaml.rule(podsValue);
        boolean listed = podsValue != null && !podsValue.isText();
        List<Pod> pods = listed ? podsYaml.read(podsValue) : List.of();
        List<Identity> identities = identities();
        DirectoryEntries entries =
                new DirectoryEntries(
                        id == null ? none.organisation() : id,
                        calendar,
                        rule,
                        pods,
                        identities,
                        rules("agents"),
                        rules("services"),
                        states(),
                        evidence());
        if (problems.none()) {
            podsYaml.refuseConflicts(pods, identities);
        }
        return entries;
    }

    private List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        for (YamlValue item : items("identities")) {
            Map<String, YamlValue> fields = item.fields(IDENTITY_KEYS);
            if (!fields.containsKey("accounts")) {
                item.isWrong("an identity needs 'accounts'");
                continue;
            }
            List<YamlValue> accounts = fields.get("accounts").items();
            for (YamlValue account : accounts) {
                refuseSecond(account, identified, "an identity");
            }
            List<String> texts =
                    accounts.stream().filter(YamlValue::isText).map(YamlValue::text).toList();
            String person = fields.containsKey("person") ? fields.get("person").text() : null;
            identities.add(new Identity(person, texts));
        }
        return identities;
    }

    private List<AccountRule> rules(String section) {
        List<AccountRule> rules = new ArrayList<>();
        for (YamlValue item : items(section)) {
            Map<String, YamlValue> fields = item.fields(RULE_KEYS);
            if (fields.size() != 1) {
                item.isWrong("write either an 'account' or a 'pattern'");
                continue;
            }
            YamlValue value = fields.values().iterator().next();
            refuseSecond(value, ruled, "agents or services");
            if (value.isText()) {
                boolean pattern = fields.containsKey("pattern");
                rules.add(
                        pattern
                                ? AccountRule.pattern(value.text())
                                : AccountRule.account(value.text()));
            }
        }
        return rules;
    }

    private static void refuseSecond(YamlValue value, Map<String, Integer> seen, String where) {
        String text = value.text();
        Integer line = text == null ? null : seen.putIfAbsent(text, value.line());
        if (line != null) {
            value.isWrong("'" + text + "' is in " + where + " already in line " + line);
        }
    }

    private Map<String, Map<String, StateCategory>> states() {
        Map<String, Map<String, StateCategory>> states = new HashMap<>();
        if (!sections.containsKey("states")) {
            return states;
        }
        sections.get("states")
                .entries()
                .forEach(
                        (source, mapping) -> {
                            Map<String, StateCategory> words = new HashMap<>();
                            mapping.entries()
                                    .forEach(
                                            (word, value) ->
                                                    words.put(word.text(), category(value)));
                            states.put(source.text(), words);
                        });
        return states;
    }

    private static StateCategory category(YamlValue value) {
        String text = value.text();
        StateCategory category = StateCategory.ofWord(text);
        if (text != null && category == null) {
            String meant = Suggestion.of(text, CATEGORIES);
            value.isWrong(
                    "unknown state category '"
                            + text
                            + "'"
                            + (meant.isEmpty()
                                    ? ", known are " + String.join(", ", CATEGORIES)
                                    : meant));
        }
        return category;
    }

    private EvidenceProfiles evidence() {
        return sections.containsKey("evidence")
                ? EvidenceYaml.read(sections.get("evidence"))
                : EvidenceProfiles.UNSTATED;
    }

    private List<YamlValue> items(String section) {
        return sections.containsKey(section) ? sections.get(section).items() : List.of();
    }

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }
}

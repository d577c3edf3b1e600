package dev.plumbline.streaming.directory;

import dev.plumbline.work.EvidenceKind;
import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads which evidence is to be expected: of a work type, of a container. */
final class EvidenceYaml {
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("work_types", "containers"));
    private static final Map<String, EvidenceProfile> WORDS =
            Map.of("any", EvidenceProfile.ANY, "none", EvidenceProfile.NONE);
    private static final List<String> KINDS =
            Arrays.stream(EvidenceKind.values()).map(EvidenceKind::word).toList();

    private EvidenceYaml() {}

    static EvidenceProfiles read(YamlValue value) {
        Map<String, YamlValue> fields = value.fields(KEYS);
        return new EvidenceProfiles(
                profiles(fields.get("work_types"), true),
                profiles(fields.get("containers"), false));
    }

    private static Map<String, EvidenceProfile> profiles(YamlValue value, boolean anyCase) {
        Map<String, EvidenceProfile> profiles = new HashMap<>();
        if (value == null) {
            return profiles;
        }
        Map<String, Integer> lines = new HashMap<>();
        value.entries()
                .forEach(
                        (key, profile) -> {
                            String name = key.text();
                            String plain = anyCase ? name.strip().toLowerCase(Locale.ROOT) : name;
                            Integer line = lines.putIfAbsent(plain, key.line());
                            if (line != null) {
                                key.isWrong("'" + name + "' is there already in line " + line);
                            }
                            profiles.put(name, profile(profile));
                        });
        return profiles;
    }

    private static EvidenceProfile profile(YamlValue value) {
        return value.isList() ? anyOf(value) : word(value);
    }

    private static EvidenceProfile anyOf(YamlValue value) {
        Set<EvidenceKind> kinds = EnumSet.noneOf(EvidenceKind.class);
        for (YamlValue item : value.items()) {
            String text = item.text();
            EvidenceKind kind = EvidenceKind.ofWord(text);
            if (kind != null) {
                kinds.add(kind);
            } else if (text != null) {
                item.isWrong("unknown evidence '" + text + "'" + meant(text, KINDS, KINDS));
            }
        }
        if (value.items().isEmpty()) {
            value.isWrong("is empty: write the kinds of evidence, or any, or none");
        }
        return EvidenceProfile.of(kinds);
    }

    private static EvidenceProfile word(YamlValue value) {
        String text = value.text();
        EvidenceProfile profile = text == null ? null : WORDS.get(text);
        if (text != null && profile == null) {
            List<String> words = WORDS.keySet().stream().sorted().toList();
            boolean kind = KINDS.contains(text);
            value.isWrong(
                    "no evidence '"
                            + text
                            + "'"
                            + (kind
                                    ? ", write a list: [" + text + "]"
                                    : meant(text, words, List.of("any", "none", "a list"))));
        }
        return profile == null ? EvidenceProfile.ANY : profile;
    }

    private static String meant(String text, List<String> candidates, List<String> known) {
        String meant = Suggestion.of(text, candidates);
        return meant.isEmpty() ? ", known are " + String.join(", ", known) : meant;
    }
}

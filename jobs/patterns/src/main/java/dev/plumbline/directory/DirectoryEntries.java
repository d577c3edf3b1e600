package dev.plumbline.directory;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.StateCategory;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A directory as it is written down, before it can be asked.
 *
 * @param organisation the tenant's id
 * @param calendar the organisation's; its zone is the organisation's zone
 * @param pods empty unless the rule is {@link PodRule#LISTED}
 * @param states source → the tool's word for a state → category
 * @param evidence which evidence is to be expected of which work
 */
public record DirectoryEntries(
        String organisation,
        WorkCalendar calendar,
        PodRule podRule,
        List<Pod> pods,
        List<Identity> identities,
        List<AccountRule> agents,
        List<AccountRule> services,
        Map<String, Map<String, StateCategory>> states,
        EvidenceProfiles evidence) {
    public static final String DEFAULT_ORGANISATION = "default";

    public DirectoryEntries {
        pods = List.copyOf(pods);
        identities = List.copyOf(identities);
        agents = List.copyOf(agents);
        services = List.copyOf(services);
        states = Map.copyOf(states);
    }

    /** Nothing is said of evidence. */
    public DirectoryEntries(
            String organisation,
            WorkCalendar calendar,
            PodRule podRule,
            List<Pod> pods,
            List<Identity> identities,
            List<AccountRule> agents,
            List<AccountRule> services,
            Map<String, Map<String, StateCategory>> states) {
        this(
                organisation,
                calendar,
                podRule,
                pods,
                identities,
                agents,
                services,
                states,
                EvidenceProfiles.UNSTATED);
    }

    /** Nothing is known: UTC, Monday to Friday 09:00 to 17:00, no pods. */
    public static DirectoryEntries none() {
        return new DirectoryEntries(
                DEFAULT_ORGANISATION,
                WorkCalendar.standard(ZoneOffset.UTC),
                PodRule.LISTED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}

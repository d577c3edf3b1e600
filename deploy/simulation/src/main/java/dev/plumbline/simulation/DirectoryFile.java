package dev.plumbline.simulation;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory of the simulated organisation, as YAML. */
final class DirectoryFile {
    private DirectoryFile() {}

    static String of(Organisation organisation, List<SimulatedPod> pods) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("organisation:\n  id: ").append(SimulatedPod.ORGANISATION);
        yaml.append("\n  zone: ").append(Organisation.ZONE);
        yaml.append("\n  days: MON-FRI\n  hours: \"09:00-17:00\"\n  holidays: ");
        yaml.append(organisation.holidays()).append("\npods:\n");
        pods.forEach(pod -> pod(pod, yaml));
        yaml.append("identities:\n");
        pods.stream().flatMap(pod -> pod.humans().stream()).forEach(one -> identity(one, yaml));
        yaml.append("agents:\n");
        pods.stream()
                .flatMap(pod -> pod.agents().stream())
                .forEach(agent -> account("  - ", agent.github(), yaml));
        yaml.append("services:\n");
        account("  - ", Member.SERVICE, yaml);
        return yaml.toString();
    }

    private static void pod(SimulatedPod pod, StringBuilder yaml) {
        yaml.append("  - id: ").append(pod.id()).append("\n    members:\n");
        Stream.concat(pod.humans().stream(), pod.agents().stream())
                .forEach(member -> account("      - ", member.github(), yaml));
        yaml.append("    containers: [\"%s\", \"%s\"]%n".formatted(pod.code(), pod.tickets()));
        ZoneId zone = pod.calendar().zone();
        if (!zone.equals(Organisation.ZONE)) {
            yaml.append("    calendar: {zone: ").append(zone).append("}\n");
        }
    }

    private static void identity(Member member, StringBuilder yaml) {
        String accounts =
                Stream.of(member.github(), member.jira())
                        .collect(Collectors.joining("\", \"", "[\"", "\"]"));
        yaml.append("  - {person: %s, accounts: %s}%n".formatted(member.name(), accounts));
    }

    private static void account(String indent, String account, StringBuilder yaml) {
        yaml.append(indent).append("{account: \"").append(account).append("\"}\n");
    }
}

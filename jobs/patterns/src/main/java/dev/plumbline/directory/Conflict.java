package dev.plumbline.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pod's claim on what another pod, or the same one, claims already: an account on a day, a
 * container or a group.
 *
 * @param pod index of the later claim's pod
 * @param list {@code members}, {@code containers} or {@code groups}
 * @param entry index of the later claim in that list
 * @param claimed the account, container or group
 * @param first id of the pod that claims it first
 */
public record Conflict(int pod, String list, int entry, String claimed, String first) {

    /** All conflicts of these pods; accounts of one identity are one person. */
    public static List<Conflict> among(List<Pod> pods, List<Identity> identities) {
        Identities persons = Identities.of(identities);
        List<Conflict> conflicts = new ArrayList<>();
        Map<String, List<Claim>> stays = new HashMap<>();
        Map<String, String> containers = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        for (int index = 0; index < pods.size(); index++) {
            Pod pod = pods.get(index);
            addOwned(conflicts, index, pod.id(), "containers", pod.containers(), containers);
            addOwned(conflicts, index, pod.id(), "groups", pod.groups(), groups);
            for (int entry = 0; entry < pod.members().size(); entry++) {
                Member member = pod.members().get(entry);
                List<Claim> earlier =
                        stays.computeIfAbsent(
                                persons.personOf(member.account()), person -> new ArrayList<>());
                for (Claim claim : earlier) {
                    if (claim.member().overlaps(member)) {
                        conflicts.add(
                                new Conflict(
                                        index, "members", entry, member.account(), claim.pod()));
                        break;
                    }
                }
                earlier.add(new Claim(pod.id(), member));
            }
        }
        return conflicts;
    }

    private record Claim(String pod, Member member) {}

    private static void addOwned(
            List<Conflict> conflicts,
            int pod,
            String id,
            String list,
            List<String> owned,
            Map<String, String> owners) {
        for (int entry = 0; entry < owned.size(); entry++) {
            String owner = owners.putIfAbsent(owned.get(entry), id);
            if (owner != null) {
                conflicts.add(new Conflict(pod, list, entry, owned.get(entry), owner));
            }
        }
    }
}

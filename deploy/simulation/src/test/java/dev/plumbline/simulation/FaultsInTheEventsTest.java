package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.schema.Link;
import dev.plumbline.schema.WorkEvent;
import dev.plumbline.work.EventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the truth says can be seen in the events. */
class FaultsInTheEventsTest {
    private static final Simulated ORGANISATION = Simulated.of(SimulationOptions.of(40, 12, 3));

    @Test
    void aDeadItemShowsNoWorkFromItsLastSignOfLifeToItsNext() {
        int resumed = 0;
        for (PodHistory history : ORGANISATION.histories()) {
            for (Truth stall : truths(history, "silent_stall")) {
                List<WorkEvent> works = worksOn(stall.objectId(), history);
                assertSilent(stall, works);
                resumed += stall.until() == null ? 0 : 1;
            }
        }
        assertThat(resumed).isBetween(1, ORGANISATION.truths("silent_stall").size() - 1);
    }

    @Test
    void aRestingItemOfAStoppedPodShowsNoWork() {
        for (PodHistory history : ORGANISATION.histories()) {
            truths(history, "paused_item")
                    .forEach(rest -> assertSilent(rest, worksOn(rest.objectId(), history)));
        }
        assertThat(ORGANISATION.truths("paused_item")).hasSizeGreaterThan(10);
    }

    private static void assertSilent(Truth silence, List<WorkEvent> works) {
        Instant until = silence.until() == null ? Instant.MAX : silence.until();
        assertThat(works)
                .as(silence.toString())
                .noneMatch(
                        event ->
                                event.getOccurredAt().isAfter(silence.from())
                                        && event.getOccurredAt().isBefore(until))
                .anyMatch(event -> event.getEventId().equals(silence.lastEvent()))
                .anyMatch(event -> event.getOccurredAt().equals(silence.from()));
        if (silence.until() != null) {
            assertThat(works).anyMatch(event -> event.getOccurredAt().equals(until));
        }
    }

    /** Productive events of people and agents on the item and on what is linked to it. */
    private static List<WorkEvent> worksOn(String item, PodHistory history) {
        Map<String, String> itemOf = new HashMap<>();
        for (WorkEvent event : history.events()) {
            for (Link link : event.getLinks()) {
                boolean plan = event.getObject().getType().equals("plan");
                if (!plan && link.getType().equals("work_item")) {
                    itemOf.put(event.getObject().getId(), link.getId());
                }
                if (event.getType().equals("work_item.linked")) {
                    itemOf.put(link.getId(), event.getObject().getId());
                }
            }
        }
        return history.events().stream()
                .filter(event -> EventType.ofWord(event.getType()).productive())
                .filter(event -> !event.getActor().getKind().equals("service"))
                .filter(event -> isOn(item, event, itemOf))
                .toList();
    }

    private static boolean isOn(String item, WorkEvent event, Map<String, String> itemOf) {
        String object = event.getObject().getId();
        return object.equals(item)
                || item.equals(itemOf.get(object))
                || event.getLinks().stream()
                        .anyMatch(
                                link ->
                                        link.getId().equals(item)
                                                || item.equals(itemOf.get(link.getId())));
    }

    @Test
    void aDeclaredStopIsSaid() {
        List<String> blocked = idsOf("work_item.blocked");

        assertThat(ORGANISATION.truths("declared_stop"))
                .isNotEmpty()
                .allMatch(truth -> blocked.contains(truth.event()))
                .allMatch(truth -> truth.find().isEmpty());
    }

    @Test
    void aContradictionNamesTheEventThatMakesIt() {
        Map<String, WorkEvent> events = new HashMap<>();
        ORGANISATION.events().forEach(event -> events.put(event.getEventId(), event));

        assertThat(ORGANISATION.truths("contradicted_done"))
                .allSatisfy(
                        truth -> {
                            WorkEvent event = events.get(truth.event());
                            String type =
                                    switch (truth.variant()) {
                                        case "reverted" -> "change.reverted";
                                        case "red_at_done", "red_after_done" -> "ci.finished";
                                        default -> "work_item.state_changed";
                                    };
                            assertThat(event.getType()).isEqualTo(type);
                            assertThat(event.getOccurredAt()).isBeforeOrEqualTo(truth.from());
                        });
    }

    @Test
    void aFalseDoneBeginsWithTheClaimAndIsDueAfterFourWorkingHours() {
        assertThat(ORGANISATION.truths("false_done"))
                .allSatisfy(
                        truth -> {
                            WorkEvent claim = event(truth.event());
                            assertThat(claim.getOccurredAt()).isEqualTo(truth.from());
                            boolean agents = truth.variant().equals("agent_claim");
                            assertThat(claim.getType())
                                    .isEqualTo(
                                            agents
                                                    ? "agent.claimed_done"
                                                    : "work_item.state_changed");
                            assertThat(workingHours(truth, truth.due())).isEqualTo(4);
                            assertThat(truth.until() != null)
                                    .isIn(false, truth.variant().equals("self_merged_late_check"));
                        });
    }

    @Test
    void aStuckTicketBeginsWithItsLastMergeAndIsDueAfterEightWorkingHours() {
        assertThat(ORGANISATION.truths("stuck_after_reality"))
                .allSatisfy(
                        truth -> {
                            WorkEvent merge = event(truth.event());
                            assertThat(merge.getOccurredAt()).isEqualTo(truth.from());
                            assertThat(merge.getType()).isEqualTo("change.merged");
                            assertThat(workingHours(truth, truth.due())).isEqualTo(8);
                            if (truth.until() != null) {
                                assertThat(workingHours(truth, truth.until())).isGreaterThan(8);
                            }
                        });
    }

    private static double workingHours(Truth truth, Instant until) {
        return ORGANISATION.calendar(truth.pod()).workingMillis(truth.from(), until) / 3_600_000.0;
    }

    private static WorkEvent event(String id) {
        return ORGANISATION.events().stream()
                .filter(event -> event.getEventId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyActsInAFullStop() {
        for (Truth stop : ORGANISATION.truths("full_stop")) {
            assertThat(history(stop.pod()).events())
                    .filteredOn(event -> within(event, stop))
                    .filteredOn(event -> event.getActor() != null)
                    .allMatch(event -> event.getActor().getKind().equals("service"));
        }
    }

    @Test
    void whoDisengagesActsNoMoreAndIsAMemberStill() {
        for (Truth truth : ORGANISATION.truths("disengagement")) {
            String name = truth.account().substring("github:".length());
            assertThat(history(truth.pod()).events())
                    .filteredOn(event -> event.getActor() != null)
                    .filteredOn(event -> event.getActor().getAccount().endsWith(":" + name))
                    .isNotEmpty()
                    .noneMatch(event -> event.getOccurredAt().isAfter(truth.from()));
            assertThat(ORGANISATION.simulation().directory())
                    .contains("{account: \"" + truth.account() + "\"}");
        }
    }

    @Test
    void aContainerInAnOutageIsSilentEvenInHeartbeats() {
        for (Truth outage : ORGANISATION.truths("source_outage")) {
            List<WorkEvent> within =
                    history(outage.pod()).events().stream()
                            .filter(event -> within(event, outage))
                            .toList();
            assertThat(within)
                    .isNotEmpty()
                    .noneMatch(event -> outage.container().equals(event.getContainer()));
            assertThat(outage.size()).isGreaterThan(20);
        }
    }

    @Test
    void aBouncingTicketComesBackAsOftenAsTheTruthSays() {
        for (Truth truth : ORGANISATION.truths("bouncing")) {
            if (truth.objectId() == null) {
                continue;
            }
            List<String> owners =
                    history(truth.pod()).events().stream()
                            .filter(event -> event.getObject().getId().equals(truth.objectId()))
                            .filter(event -> event.getType().equals("work_item.assigned"))
                            .filter(event -> !event.getOccurredAt().isAfter(truth.until()))
                            .map(WorkEvent::getOwnerTo)
                            .toList();
            int bounces = 0;
            for (int k = 2; k < owners.size(); k++) {
                bounces += owners.get(k).equals(owners.get(k - 2)) ? 1 : 0;
            }
            assertThat(bounces).isEqualTo(truth.size().intValue()).isGreaterThanOrEqualTo(2);
        }
    }

    private static List<Truth> truths(PodHistory history, String kind) {
        return history.truths().stream().filter(truth -> truth.kind().equals(kind)).toList();
    }

    private static List<String> idsOf(String type) {
        return ORGANISATION.events().stream()
                .filter(event -> event.getType().equals(type))
                .map(WorkEvent::getEventId)
                .toList();
    }

    private static PodHistory history(String pod) {
        return ORGANISATION.histories().stream()
                .filter(history -> history.pod().equals(pod))
                .findFirst()
                .orElseThrow();
    }

    private static boolean within(WorkEvent event, Truth truth) {
        Instant until = truth.until() == null ? Instant.MAX : truth.until();
        return !event.getOccurredAt().isBefore(truth.from())
                && event.getOccurredAt().isBefore(until);
    }
}

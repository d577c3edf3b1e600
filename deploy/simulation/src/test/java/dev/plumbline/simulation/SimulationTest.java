package dev.plumbline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.schema.WorkEvent;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.tools.json.EventRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final Simulated ORGANISATION = Simulated.of(SimulationOptions.of(20, 12, 1));

    @TempDir private Path folder;

    @Test
    void everyEventMeetsTheContractAndHasAnIdOfItsOwn() {
        List<WorkEvent> events = ORGANISATION.events();

        assertThat(events)
                .allSatisfy(event -> assertThat(EventRules.problem(event)).isEmpty())
                .extracting(WorkEvent::getEventId)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEventLiesInTheTimeSimulated() {
        Simulation simulation = ORGANISATION.simulation();

        // 5 January 2026 begins in Madrid at 23:00 UTC; 12 weeks later summer time begins.
        assertThat(simulation.start()).hasToString("2026-01-04T23:00:00Z");
        assertThat(simulation.end()).hasToString("2026-03-29T22:00:00Z");
        assertThat(ORGANISATION.events())
                .allMatch(event -> !event.getOccurredAt().isBefore(simulation.start()))
                .allMatch(event -> event.getOccurredAt().isBefore(simulation.end()));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        write(SimulationOptions.of(8, 4, 42), "first");
        write(SimulationOptions.of(8, 4, 42), "again");
        write(SimulationOptions.of(8, 4, 43), "other");

        for (String kind : List.of(".ndjson.gz", ".truth", ".yaml")) {
            byte[] first = Files.readAllBytes(folder.resolve("first" + kind));
            assertThat(Files.readAllBytes(folder.resolve("again" + kind))).isEqualTo(first);
            if (!kind.equals(".yaml")) {
                assertThat(Files.readAllBytes(folder.resolve("other" + kind))).isNotEqualTo(first);
            }
        }
    }

    private void write(SimulationOptions options, String name) throws IOException {
        Simulation simulation = Simulation.of(options);
        SimulationFiles files = SimulationFiles.of(simulation, pod -> {});
        assertThat(files.writeEvents(folder.resolve(name + ".ndjson.gz"))).isPositive();
        assertThat(files.writeTruths(folder.resolve(name + ".truth"))).isPositive();
        Files.writeString(folder.resolve(name + ".yaml"), simulation.directory());
    }

    @Test
    void peopleActInWorkingTimeOnly() {
        for (PodHistory history : ORGANISATION.histories()) {
            WorkCalendar calendar = ORGANISATION.calendar(history.pod());
            assertThat(history.events())
                    .filteredOn(event -> isBy(event, "human"))
                    .hasSizeGreaterThan(1000)
                    .allMatch(
                            event ->
                                    calendar.workingMillis(
                                                    event.getOccurredAt(),
                                                    event.getOccurredAt().plusMillis(1))
                                            == 1);
        }
    }

    @Test
    void agentsActAtNightToo() {
        WorkCalendar calendar = ORGANISATION.calendar("pod-1");

        assertThat(ORGANISATION.histories().get(0).events())
                .filteredOn(event -> isBy(event, "agent"))
                .anyMatch(
                        event ->
                                calendar.workingMillis(
                                                event.getOccurredAt(),
                                                event.getOccurredAt().plusSeconds(60))
                                        == 0);
    }

    @Test
    void aPodFinishesSixToTenTicketsAWeek() {
        long done =
                ORGANISATION.events().stream()
                        .filter(event -> event.getStateTo() != null)
                        .filter(event -> event.getStateTo().getCategory().equals("done"))
                        .map(event -> event.getObject().getId())
                        .distinct()
                        .count();

        assertThat(done / (20.0 * 12)).isBetween(6.0, 10.0);
    }

    @Test
    void aTicketsLifeHasFortyEventsOrSo() {
        long tickets = ORGANISATION.events().stream().filter(SimulationTest::isCreation).count();
        long told =
                ORGANISATION.events().stream()
                        .filter(event -> !event.getType().equals("source.heartbeat"))
                        .count();

        assertThat((double) told / tickets).isBetween(30.0, 60.0);
    }

    private static boolean isCreation(WorkEvent event) {
        return event.getType().equals("work_item.created");
    }

    @Test
    void everyFaultOccursAmongTwentyPods() {
        Set<String> told = new HashSet<>();
        ORGANISATION.truths().forEach(truth -> told.add(truth.kind()));

        for (FaultKind kind : FaultKind.values()) {
            assertThat(told).contains(kind.word());
        }
        assertThat(ORGANISATION.simulation().organisationTruths())
                .extracting(Truth::kind)
                .contains("organisation", "holiday");
    }

    @Test
    void anItemHasOneFaultAndNoneWhereItsPodHasOne() {
        List<Truth> ofTickets =
                ORGANISATION.truths().stream()
                        .filter(truth -> "work_item".equals(truth.objectType()))
                        .filter(truth -> !truth.kind().equals("outage_item"))
                        .toList();

        assertThat(ofTickets).extracting(Truth::objectId).doesNotHaveDuplicates();
    }

    @Test
    void aSoundOrganisationHasNothingToFind() {
        Simulated sound =
                Simulated.of(SimulationOptions.of(3, 6, 5).onlyFaults(Set.of()).missingLinks(0.5));

        assertThat(sound.truths()).allMatch(truth -> truth.find().isEmpty());
        assertThat(sound.truths("unlinked")).isNotEmpty();
    }

    @Test
    void tellsNothingOfTheShareOfTicketsThatIsAskedFor() {
        Simulated some = Simulated.of(SimulationOptions.of(20, 6, 9).missingLinks(0.2));
        Set<String> unlinked = new HashSet<>();
        some.truths("unlinked").forEach(truth -> unlinked.add(truth.objectId()));
        long tickets = some.events().stream().filter(SimulationTest::isCreation).count();

        // 20 pods, 6 weeks, about 9 a week: 1,080 tickets; 0.2 ± 3 standard errors of 0.012.
        assertThat(unlinked.size() / (double) tickets).isBetween(0.163, 0.237);
        assertThat(some.events())
                .filteredOn(event -> !event.getType().startsWith("plan."))
                .allMatch(
                        event ->
                                event.getLinks().stream()
                                        .noneMatch(link -> unlinked.contains(link.getId())))
                .filteredOn(event -> event.getType().equals("work_item.linked"))
                .isNotEmpty()
                .noneMatch(event -> unlinked.contains(event.getObject().getId()));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> SimulationOptions.of(0, 12, 1))
                .hasMessage("pods must be 1 to 100000, not 0");
        assertThatThrownBy(() -> SimulationOptions.of(1, 300, 1))
                .hasMessage("weeks must be 1 to 260, not 300");
        assertThatThrownBy(() -> SimulationOptions.of(1, 1, 1).missingLinks(1.2))
                .hasMessage("the share of missing links must be 0 to 1, not 1.2");
        assertThatThrownBy(() -> SimulationOptions.of(1, 1, 1).startingOn(LocalDate.of(1970, 1, 1)))
                .hasMessage("year of the start must be 1990 to 2090, not 1970");
    }

    private static boolean isBy(WorkEvent event, String kind) {
        return event.getActor() != null && event.getActor().getKind().equals(kind);
    }
}

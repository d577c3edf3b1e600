package dev.plumbline.streaming.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.directory.Directory;
import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.EvidenceKind;
import dev.plumbline.work.EvidenceProfile;
import dev.plumbline.work.EvidenceProfiles;
import dev.plumbline.work.StateCategory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a directory says once it is read. */
class DirectoryYamlTest {
    private static final String SAMPLE =
            """
            organisation: {id: acme, zone: Europe/Madrid, days: MON-FRI, hours: "09:00-17:00", holidays: [2026-04-03]}
            pods:                          # or `pods: from-groups`, or `pods: from-containers`
              - id: payments
                members: [{account: "github:alice", from: 2025-01-01, to: 2026-06-30}]
                containers: ["github:acme/payments", "jira:PAY"]
                groups: ["servicenow:Group 70"]
                calendar: {zone: America/New_York}
            identities: [{person: alice, accounts: ["github:alice", "jira:557058:1"]}]
            agents:     [{account: "github:copilot-swe-agent[bot]"}, {pattern: "*-agent[bot]"}]
            services:   [{account: "github:MerlinBot"}]
            states:     {jira: {"In Review": review, "Blocked": blocked}}
            evidence:
              work_types: {document: none, Bug: [test, change]}
              containers: {"jira:OPS": none, "jira:PAY": any}
            """;
    private static final Instant IN_2025 = Instant.parse("2025-03-03T12:00:00Z");

    @Test
    void readsTheOrganisationsCalendar() {
        Directory acme = DirectoryYaml.parse(SAMPLE, "pods.yaml");
        assertThat(acme.organisation()).isEqualTo("acme");
        assertThat(acme.calendar())
                .isEqualTo(
                        new WorkCalendar(
                                ZoneId.of("Europe/Madrid"),
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(9, 0),
                                LocalTime.of(17, 0),
                                Set.of(LocalDate.of(2026, 4, 3))));
    }

    @Test
    void readsPodsWithTheirPeopleTheirThingsAndTheirCalendar() {
        Directory acme = DirectoryYaml.parse(SAMPLE, "pods.yaml");
        assertThat(acme.podOfAccount("github:alice", IN_2025)).isEqualTo("payments");
        assertThat(acme.podOfAccount("jira:557058:1", IN_2025)).isEqualTo("payments");
        assertThat(acme.podOfAccount("github:alice", Instant.parse("2026-06-30T21:59:59Z")))
                .isEqualTo("payments");
        assertThat(acme.podOfAccount("github:alice", Instant.parse("2026-06-30T22:00:00Z")))
                .isNull();
        assertThat(acme.podOfContainer("jira:PAY")).isEqualTo("payments");
        assertThat(acme.podOfGroup("servicenow:Group 70")).isEqualTo("payments");
        WorkCalendar newYork = acme.calendarOf("payments");
        assertThat(newYork.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(newYork.holidays()).containsExactly(LocalDate.of(2026, 4, 3));
    }

    @Test
    void readsIdentitiesKindsAndStates() {
        Directory acme = DirectoryYaml.parse(SAMPLE, "pods.yaml");
        assertThat(acme.personOf("jira:557058:1")).isEqualTo("github:alice");
        assertThat(acme.kindOf("github:copilot-swe-agent[bot]", ActorKind.SERVICE).kind())
                .isEqualTo(ActorKind.AGENT);
        assertThat(acme.kindOf("gitlab:my-agent[bot]", null).source()).isEqualTo("directory");
        assertThat(acme.kindOf("github:MerlinBot", null).kind()).isEqualTo(ActorKind.SERVICE);
        assertThat(acme.categoryOf("jira", "In Review")).isEqualTo(StateCategory.REVIEW);
        assertThat(acme.categoryOf("jira", "blocked")).isEqualTo(StateCategory.BLOCKED);
    }

    @Test
    void readsWhichEvidenceToExpect() {
        EvidenceProfiles evidence = DirectoryYaml.parse(SAMPLE, "pods.yaml").evidence();
        assertThat(evidence.of("document", "jira:PAY").judged()).isFalse();
        assertThat(evidence.of("bug", "jira:PAY").kinds())
                .containsExactly(EvidenceKind.CHANGE, EvidenceKind.TEST);
        assertThat(evidence.of("bug", "jira:OPS").judged()).isFalse();
        assertThat(evidence.of("feature", "jira:PAY")).isEqualTo(EvidenceProfile.ANY);
        assertThat(evidence.isConnected("jira:PAY")).isTrue();
        assertThat(evidence.isConnected("jira:OPS")).isFalse();
        assertThat(evidence.isConnected("jira:WEB")).isFalse();
        assertThat(DirectoryYaml.parse("evidence:", "pods.yaml").evidence().of("document", null))
                .isEqualTo(EvidenceProfile.ANY);
    }

    @Test
    void takesDefaultsForAllThatIsNotWritten() {
        Directory nothing = DirectoryYaml.parse("{}", "pods.yaml");
        assertThat(nothing.organisation()).isEqualTo("default");
        assertThat(nothing.calendar()).isEqualTo(Directory.empty().calendar());
        Directory emptySections =
                DirectoryYaml.parse("organisation:\npods:\nidentities: []\nstates:\n", "pods.yaml");
        assertThat(emptySections.podOf("ana", "g", "c", IN_2025)).isEqualTo("unassigned");
    }

    @Test
    void takesPodsFromGroupsOrContainers() {
        assertThat(DirectoryYaml.parse("pods: from-groups", "f").podOf("ana", "g", "c", IN_2025))
                .isEqualTo("g");
        assertThat(
                        DirectoryYaml.parse("pods: from-containers", "f")
                                .podOf("ana", "g", "c", IN_2025))
                .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MON-FRI            | MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
                    MON,TUE, THU       | MONDAY TUESDAY THURSDAY
                    [MON, wednesday]   | MONDAY WEDNESDAY
                    SUN-THU            | MONDAY TUESDAY WEDNESDAY THURSDAY SUNDAY
                    MON-TUE,SAT        | MONDAY TUESDAY SATURDAY
                    SAT                | SATURDAY
                    """)
    void readsDays(String written, String days) {
        Directory directory =
                DirectoryYaml.parse("organisation: {days: " + quoted(written) + "}", "f");
        assertThat(directory.calendar().days())
                .extracting(DayOfWeek::name)
                .containsExactly(days.split(" "));
    }

    private static String quoted(String written) {
        return written.startsWith("[") ? written : "\"" + written + "\"";
    }

    @ParameterizedTest
    @CsvSource({
        "09:00-17:00, 09:00, 17:00",
        "00:00-24:00, 00:00, 00:00",
        "8:30 - 24:00, 08:30, 00:00"
    })
    void readsHours(String written, LocalTime from, LocalTime to) {
        Directory directory = DirectoryYaml.parse("organisation: {hours: " + written + "}", "f");
        assertThat(directory.calendar().from()).isEqualTo(from);
        assertThat(directory.calendar().to()).isEqualTo(to);
    }

    @Test
    void letsAPersonMoveFromOnePodToTheNext() {
        Directory directory =
                DirectoryYaml.parse(
                        """
                        pods:
                          - {id: a, members: [{account: ana, to: 2026-06-30}]}
                          - {id: b, members: [{account: ana, from: 2026-07-01}]}
                        """,
                        "f");
        assertThat(directory.podOfAccount("ana", Instant.parse("2026-06-30T23:59:59Z")))
                .isEqualTo("a");
        assertThat(directory.podOfAccount("ana", Instant.parse("2026-07-01T00:00:00Z")))
                .isEqualTo("b");
    }

    @Test
    void takesNumbersForTheTextTheyAreWrittenAs() {
        Directory directory =
                DirectoryYaml.parse("pods: [{id: 007, groups: [70], containers: [1.10]}]", "f");
        assertThat(directory.podOfGroup("70")).isEqualTo("007");
        assertThat(directory.podOfContainer("1.10")).isEqualTo("007");
    }
}

package dev.plumbline.directory;

import static dev.plumbline.work.ActorKind.AGENT;
import static dev.plumbline.work.ActorKind.HUMAN;
import static dev.plumbline.work.ActorKind.SERVICE;
import static dev.plumbline.work.ActorKind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.time.WorkCalendar;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.StateCategory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final WorkCalendar NEW_YORK =
            WorkCalendar.standard(ZoneId.of("America/New_York"));
    private static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
    private static final Instant IN_MAY = at("2026-05-05T12:00:00+02:00");
    private static final Instant IN_AUGUST = at("2026-08-05T12:00:00+02:00");

    /** Alice was in payments until the end of June and is in search since July. */
    private static final Directory ACME =
            Directory.of(
                    new DirectoryEntries(
                            "acme",
                            WorkCalendar.standard(MADRID),
                            PodRule.LISTED,
                            List.of(
                                    new Pod(
                                            "payments",
                                            List.of(
                                                    new Member(
                                                            "github:alice",
                                                            null,
                                                            JULY_1.minusDays(1)),
                                                    new Member("github:bob", null, null),
                                                    new Member("github:tester[bot]", null, null)),
                                            List.of("github:acme/payments", "jira:PAY"),
                                            List.of("servicenow:Group 70"),
                                            NEW_YORK),
                                    new Pod(
                                            "search",
                                            List.of(new Member("jira:557058:1", JULY_1, null)),
                                            List.of("jira:SEA"),
                                            List.of(),
                                            null)),
                            List.of(
                                    new Identity("alice", List.of("github:alice", "jira:557058:1")),
                                    new Identity("robo", List.of("github:robo", "jira:robo"))),
                            List.of(
                                    AccountRule.account("github:robo"),
                                    AccountRule.pattern("*-agent[bot]")),
                            List.of(
                                    AccountRule.account("github:merge-agent[bot]"),
                                    AccountRule.pattern("github:ci-*")),
                            Map.of(
                                    "jira",
                                    Map.of(
                                            "In Review", StateCategory.ACTIVE,
                                            "Ausgeführt", StateCategory.DONE))));

    @Test
    void knowsThePodOfADayToTheLastLocalMidnight() {
        assertThat(ACME.podOfAccount("github:alice", IN_MAY)).isEqualTo("payments");
        assertThat(ACME.podOfAccount("github:alice", at("2026-06-30T23:59:59.999+02:00")))
                .isEqualTo("payments");
        assertThat(ACME.podOfAccount("github:alice", at("2026-07-01T00:00:00+02:00")))
                .isEqualTo("search");
        assertThat(ACME.podOfAccount("github:nobody", IN_MAY)).isNull();
        assertThat(ACME.podOfAccount(null, IN_MAY)).isNull();
    }

    @Test
    void takesAllAccountsOfAnIdentityForOnePerson() {
        assertThat(ACME.personOf("jira:557058:1")).isEqualTo("github:alice");
        assertThat(ACME.personOf("github:bob")).isEqualTo("github:bob");
        assertThat(ACME.podOfAccount("jira:557058:1", IN_MAY)).isEqualTo("payments");
        assertThat(ACME.podOfAccount("github:alice", IN_AUGUST)).isEqualTo("search");
    }

    @Test
    void attributesAnItemToTheOwnersPodThenTheGroupsThenTheContainers() {
        assertThat(ACME.podOf("github:alice", "servicenow:Group 70", "jira:PAY", IN_AUGUST))
                .isEqualTo("search");
        assertThat(ACME.podOf("github:guest", "servicenow:Group 70", "jira:SEA", IN_MAY))
                .isEqualTo("payments");
        assertThat(ACME.podOf(null, "servicenow:Group 71", "jira:SEA", IN_MAY)).isEqualTo("search");
        assertThat(ACME.podOf(null, null, "jira:OTHER", IN_MAY)).isEqualTo("unassigned");
        assertThat(ACME.podOf(null, null, null, IN_MAY)).isEqualTo("unassigned");
    }

    @Test
    void letsAMemberActForTheGroupOfThePodOfThatDay() {
        assertThat(ACME.actsFor("jira:557058:1", "servicenow:Group 70", IN_MAY)).isTrue();
        assertThat(ACME.actsFor("jira:557058:1", "servicenow:Group 70", IN_AUGUST)).isFalse();
        assertThat(ACME.actsFor("github:bob", "servicenow:Group 71", IN_MAY)).isFalse();
        assertThat(ACME.actsFor(null, null, IN_MAY)).isFalse();
    }

    @Test
    void givesAPodItsOwnCalendarOrTheOrganisations() {
        assertThat(ACME.calendarOf("payments")).isEqualTo(NEW_YORK);
        assertThat(ACME.calendarOf("search")).isSameAs(ACME.calendar());
        assertThat(ACME.calendarOf("unassigned")).isSameAs(ACME.calendar());
        assertThat(ACME.zone()).isEqualTo(MADRID);
        assertThat(ACME.organisation()).isEqualTo("acme");
    }

    @Test
    void believesTheDirectoryFirst() {
        assertThat(ACME.kindOf("github:robo", HUMAN)).isEqualTo(kind(AGENT, "directory"));
        assertThat(ACME.kindOf("github:x-agent[bot]", SERVICE)).isEqualTo(kind(AGENT, "directory"));
        assertThat(ACME.kindOf("github:ci-runner", HUMAN)).isEqualTo(kind(SERVICE, "directory"));
        assertThat(ACME.kindOf("github:bob", SERVICE)).isEqualTo(kind(HUMAN, "directory"));
    }

    @Test
    void takesANameForMoreThanAPatternAndAnIdentityForOne() {
        assertThat(ACME.kindOf("github:merge-agent[bot]", null))
                .isEqualTo(kind(SERVICE, "directory"));
        assertThat(ACME.kindOf("jira:robo", null)).isEqualTo(kind(AGENT, "directory"));
        assertThat(ACME.kindOf("jira:557058:1", null)).isEqualTo(kind(HUMAN, "directory"));
    }

    @Test
    void thenTheToolThenKnownAgentsThenTheSuffixThenTheAccountItself() {
        assertThat(ACME.kindOf("github:eve", AGENT)).isEqualTo(kind(AGENT, "tool"));
        assertThat(ACME.kindOf("github:cursor[bot]", UNKNOWN))
                .isEqualTo(kind(AGENT, "known_agent"));
        assertThat(ACME.kindOf("Copilot", null)).isEqualTo(kind(AGENT, "known_agent"));
        assertThat(ACME.kindOf("dependabot[bot]", null)).isEqualTo(kind(SERVICE, "suffix"));
        assertThat(ACME.kindOf("github:claude", UNKNOWN)).isEqualTo(kind(HUMAN, "account"));
        assertThat(ACME.kindOf(null, null)).isEqualTo(kind(UNKNOWN, "nothing_known"));
        assertThat(ACME.kindOf("  ", HUMAN)).isEqualTo(kind(UNKNOWN, "nothing_known"));
    }

    @Test
    void aMachineNeedsNoSuffixAndAPersonMayBeCalledLikeAnAgent() {
        Directory empty = Directory.empty();
        assertThat(empty.kindOf("github:MerlinBot", null))
                .isEqualTo(kind(SERVICE, "known_service"));
        assertThat(empty.kindOf("git:MerlinBot", SERVICE)).isEqualTo(kind(SERVICE, "tool"));
        assertThat(empty.kindOf("git:Claude Brisson", null)).isEqualTo(kind(HUMAN, "account"));
        assertThat(empty.kindOf("git:Devin Breshears", null)).isEqualTo(kind(HUMAN, "account"));
    }

    @Test
    void copilotIsOneAgentUnderItsLogins() {
        Directory empty = Directory.empty();
        assertThat(empty.personOf("github:copilot-swe-agent[bot]")).isEqualTo("github:Copilot");
        assertThat(empty.personOf("github:copilot-swe-agent")).isEqualTo("github:Copilot");
        assertThat(empty.personOf("github:Copilot")).isEqualTo("github:Copilot");
        assertThat(empty.personOf("github:copilot-pull-request-reviewer[bot]"))
                .isNotEqualTo("github:Copilot");
        assertThat(empty.kindOf("github:copilot-swe-agent[bot]", null))
                .isEqualTo(kind(AGENT, "known_agent"));
    }

    @Test
    void whatIsSaidOfOneLoginOfAnAgentHoldsForAll() {
        Directory directory =
                Directory.of(
                        new DirectoryEntries(
                                "acme",
                                WorkCalendar.standard(MADRID),
                                PodRule.LISTED,
                                List.of(
                                        new Pod(
                                                "payments",
                                                List.of(
                                                        new Member(
                                                                "github:copilot-swe-agent[bot]",
                                                                null,
                                                                null)),
                                                List.of(),
                                                List.of(),
                                                null)),
                                List.of(
                                        new Identity(
                                                "copilot",
                                                List.of(
                                                        "jira:copilot",
                                                        "github:copilot-swe-agent[bot]"))),
                                List.of(AccountRule.account("jira:copilot")),
                                List.of(),
                                Map.of()));
        assertThat(directory.personOf("github:Copilot")).isEqualTo("jira:copilot");
        assertThat(directory.podOfAccount("github:Copilot", IN_MAY)).isEqualTo("payments");
        assertThat(directory.kindOf("github:Copilot", SERVICE)).isEqualTo(kind(AGENT, "directory"));
    }

    @Test
    void doesNotTakeABotForAHumanAsItIsInAPod() {
        assertThat(ACME.kindOf("github:tester[bot]", null)).isEqualTo(kind(SERVICE, "suffix"));
        assertThat(ACME.podOfAccount("github:tester[bot]", IN_MAY)).isEqualTo("payments");
    }

    @Test
    void readsStatesByTheToolsMappingThenByCommonWords() {
        assertThat(ACME.categoryOf("jira", "In Review")).isEqualTo(StateCategory.ACTIVE);
        assertThat(ACME.categoryOf("jira", " IN REVIEW ")).isEqualTo(StateCategory.ACTIVE);
        assertThat(ACME.categoryOf("jira", "AUSGEFÜHRT")).isEqualTo(StateCategory.DONE);
        assertThat(ACME.categoryOf("linear", "In Review")).isEqualTo(StateCategory.REVIEW);
        assertThat(ACME.categoryOf("linear", "Ausgeführt")).isNull();
        assertThat(ACME.categoryOf("jira", "in_progress")).isEqualTo(StateCategory.ACTIVE);
        assertThat(ACME.categoryOf(null, "Won’t Do")).isEqualTo(StateCategory.CANCELLED);
        assertThat(ACME.categoryOf(null, "Wait - User")).isEqualTo(StateCategory.WAITING);
        assertThat(ACME.categoryOf("jira", null)).isNull();
    }

    @Test
    void takesGroupsForPodsWhereToldSo() {
        Directory directory = withRule(PodRule.FROM_GROUPS);
        assertThat(directory.podOf("ana", "Group 7", "jira:PAY", IN_MAY)).isEqualTo("Group 7");
        assertThat(directory.podOf("ana", null, "jira:PAY", IN_MAY)).isEqualTo("unassigned");
        assertThat(directory.podOfGroup("Group 7")).isEqualTo("Group 7");
        assertThat(directory.podOfGroup(null)).isNull();
        assertThat(directory.podOfContainer("jira:PAY")).isNull();
    }

    @Test
    void takesContainersForPodsWhereToldSo() {
        Directory directory = withRule(PodRule.FROM_CONTAINERS);
        assertThat(directory.podOf("ana", "Group 7", "jira:PAY", IN_MAY)).isEqualTo("jira:PAY");
        assertThat(directory.podOf("ana", "Group 7", null, IN_MAY)).isEqualTo("unassigned");
        assertThat(directory.podOfGroup("Group 7")).isNull();
    }

    @Test
    void knowsNothingWhereNothingIsWritten() {
        Directory directory = Directory.empty();
        assertThat(directory.organisation()).isEqualTo("default");
        assertThat(directory.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(directory.podOf("ana", "Group 7", "jira:PAY", IN_MAY)).isEqualTo("unassigned");
        assertThat(directory.personOf("ana")).isEqualTo("ana");
        assertThat(directory.kindOf("ana", null)).isEqualTo(kind(HUMAN, "account"));
    }

    @Test
    void answersTheSameForPseudonyms() throws IOException, ClassNotFoundException {
        Directory hidden = ACME.pseudonymised(account -> "p" + account.hashCode());
        String alice = "p" + "github:alice".hashCode();
        String aliceInJira = "p" + "jira:557058:1".hashCode();
        assertThat(hidden.podOfAccount(alice, IN_MAY)).isEqualTo("payments");
        assertThat(hidden.podOfAccount(aliceInJira, IN_AUGUST)).isEqualTo("search");
        assertThat(hidden.personOf(aliceInJira)).isEqualTo(alice);
        assertThat(hidden.podOfAccount("github:alice", IN_MAY)).isNull();
        assertThat(hidden.actsFor(alice, "servicenow:Group 70", IN_MAY)).isTrue();
        assertThat(hidden.podOf(null, null, "jira:SEA", IN_MAY)).isEqualTo("search");
        assertThat(hidden.calendarOf("payments")).isEqualTo(NEW_YORK);

        assertThat(new String(serialised(hidden), StandardCharsets.ISO_8859_1))
                .doesNotContain("alice")
                .doesNotContain("557058")
                .doesNotContain("bob");
    }

    @Test
    void keepsItsAnswersOverSerialisation() throws IOException, ClassNotFoundException {
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(serialised(ACME)))) {
            Directory copy = (Directory) in.readObject();
            assertThat(copy.podOfAccount("jira:557058:1", IN_MAY)).isEqualTo("payments");
            assertThat(copy.kindOf("github:x-agent[bot]", null))
                    .isEqualTo(kind(AGENT, "directory"));
            assertThat(copy.categoryOf("jira", "in review")).isEqualTo(StateCategory.ACTIVE);
            assertThat(copy.calendarOf("payments")).isEqualTo(NEW_YORK);
        }
    }

    private static byte[] serialised(Directory directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(directory);
        }
        return bytes.toByteArray();
    }

    private static Directory withRule(PodRule rule) {
        return Directory.of(
                new DirectoryEntries(
                        "acme",
                        WorkCalendar.standard(MADRID),
                        rule,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    private static ResolvedKind kind(ActorKind kind, String source) {
        return new ResolvedKind(kind, source);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}

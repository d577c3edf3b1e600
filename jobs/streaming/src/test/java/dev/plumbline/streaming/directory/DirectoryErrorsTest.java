package dev.plumbline.streaming.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every error is one line: file, line, column, key, what is wrong, what to do. */
class DirectoryErrorsTest {
    @TempDir Path folder;

    @Test
    void suggestsTheKeyThatWasMeant() {
        assertError("pods:\n  - id: a\n    membres: []\n")
                .isEqualTo(
                        "pods.yaml:3:5: pods[0]: unknown key 'membres', did you mean 'members'?");
        assertError("pods: [{id: a, members: [{account: x, form: 2026-01-01}]}]")
                .isEqualTo(
                        "pods.yaml:1:39: pods[0].members[0]: unknown key 'form', did you mean"
                                + " 'from'?");
        assertError("organization: {id: a}")
                .isEqualTo(
                        "pods.yaml:1:1: unknown key 'organization', did you mean 'organisation'?");
        assertError("colour: red")
                .isEqualTo(
                        "pods.yaml:1:1: unknown key 'colour', known are organisation, pods,"
                                + " identities, agents, services, states, evidence");
    }

    @Test
    void knowsNoSuchZone() {
        assertError("organisation:\n  zone: Europe/Madird\n")
                .isEqualTo(
                        "pods.yaml:2:9: organisation.zone: unknown zone 'Europe/Madird', did you"
                                + " mean 'Europe/Madrid'?");
        assertError("organisation: {zone: madrid}")
                .isEqualTo(
                        "pods.yaml:1:22: organisation.zone: unknown zone 'madrid', did you mean"
                                + " 'Europe/Madrid'?");
        assertError("pods: [{id: a, calendar: {zone: Middle/Of/Nowhere}}]")
                .isEqualTo(
                        "pods.yaml:1:33: pods[0].calendar.zone: unknown zone 'Middle/Of/Nowhere',"
                                + " write one like Europe/Madrid");
    }

    @Test
    void refusesHoursThatAreNone() {
        assertError("organisation: {hours: 9 to 5}")
                .isEqualTo(
                        "pods.yaml:1:23: organisation.hours: no hours '9 to 5', write them like"
                                + " \"09:00-17:00\"");
        assertError("organisation: {hours: \"09:00-25:00\"}").contains("no hours '09:00-25:00'");
        assertError("organisation: {hours: \"09:00-24:01\"}").contains("no hours '09:00-24:01'");
        assertError("organisation: {hours: \"09:60-17:00\"}").contains("no hours '09:60-17:00'");
        assertError("organisation: {hours: \"22:00-06:00\"}")
                .isEqualTo(
                        "pods.yaml:1:23: organisation.hours: hours '22:00-06:00' must end after"
                                + " they start, on the same day (24:00 at most)");
    }

    @Test
    void refusesDaysAndDatesThatAreNone() {
        assertError("organisation: {days: MON-FRY}")
                .isEqualTo(
                        "pods.yaml:1:22: organisation.days: no days 'MON-FRY', write them like"
                                + " MON-FRI or MON,TUE,THU");
        assertError("organisation: {days: []}")
                .isEqualTo(
                        "pods.yaml:1:22: organisation.days: a calendar needs at least one working"
                                + " day");
        assertError("organisation: {holidays: [2026-02-30]}")
                .isEqualTo(
                        "pods.yaml:1:27: organisation.holidays[0]: no date '2026-02-30', write it"
                                + " like 2026-04-03");
        assertError("organisation: {holidays: [3/4/2026]}").contains("no date '3/4/2026'");
    }

    @Test
    void refusesAStayThatEndsBeforeItStarts() {
        assertError("pods: [{id: a, members: [{account: x, from: 2026-02-02, to: 2026-02-01}]}]")
                .isEqualTo(
                        "pods.yaml:1:61: pods[0].members[0].to: 'to' 2026-02-01 is before 'from'"
                                + " 2026-02-02");
    }

    @Test
    void refusesTheSamePodTwiceAndAPodWithoutName() {
        assertError("pods:\n  - id: a\n  - id: a\n")
                .isEqualTo("pods.yaml:3:9: pods[1].id: pod 'a' is there already in line 2");
        assertError("pods:\n  - groups: [g]\n")
                .isEqualTo("pods.yaml:2:5: pods[0]: a pod needs 'id'");
        assertError("pods: [{id: unassigned}]").contains("choose another");
    }

    @Test
    void refusesTwoPodsThatClaimTheSame() {
        assertError("pods:\n  - {id: a, groups: [g, h]}\n  - {id: b, groups: [i, h]}\n")
                .isEqualTo(
                        "pods.yaml:3:25: pods[1].groups[1]: 'h' belongs to pod 'a' already, a pod"
                                + " shares none of these");
        assertError(
                        """
                        pods:
                          - {id: a, members: [{account: ana, to: 2026-06-30}]}
                          - {id: b, members: [{account: ana, from: 2026-06-30}]}
                        """)
                .isEqualTo(
                        "pods.yaml:3:23: pods[1].members[0]: 'ana' belongs to pod 'a' already on"
                                + " some of these days, end one before the other");
    }

    @Test
    void refusesAnUnknownStateCategory() {
        assertError("states:\n  jira:\n    In Review: reviw\n")
                .isEqualTo(
                        "pods.yaml:3:16: states.jira.In Review: unknown state category 'reviw', did"
                                + " you mean 'review'?");
        assertError("states: {jira: {Parked: parking}}")
                .endsWith(
                        "unknown state category 'parking', known are backlog, todo, active, review,"
                                + " waiting, blocked, done, cancelled");
    }

    @Test
    void refusesAValueOfAnotherShape() {
        assertError("pods: {id: a}")
                .isEqualTo("pods.yaml:1:7: pods: must be a list, not a mapping");
        assertError("organisation: acme")
                .isEqualTo(
                        "pods.yaml:1:15: organisation: must be a mapping of keys to values, not a"
                                + " single value");
        assertError("- pods")
                .isEqualTo("pods.yaml:1:1: must be a mapping of keys to values, not a list");
        assertError("organisation: {id: [a]}")
                .isEqualTo("pods.yaml:1:20: organisation.id: must be a single value, not a list");
        assertError("organisation:\n  zone:\n")
                .isEqualTo(
                        "pods.yaml:2:8: organisation.zone: is empty: write a value or remove the"
                                + " key");
        assertError("pods: from-teams")
                .isEqualTo(
                        "pods.yaml:1:7: pods: no pods 'from-teams', write a list of pods,"
                                + " from-groups or from-containers");
        assertError("pods: from-group").endsWith("did you mean 'from-groups'?");
    }

    @Test
    void refusesAnIdentityAndARuleThatSayNothingOrTheSameTwice() {
        assertError("identities: [{person: ana}]")
                .isEqualTo("pods.yaml:1:14: identities[0]: an identity needs 'accounts'");
        assertError("identities:\n  - {accounts: [a, b]}\n  - {accounts: [c, b]}\n")
                .isEqualTo(
                        "pods.yaml:3:20: identities[1].accounts[1]: 'b' is in an identity already"
                                + " in line 2");
        assertError("agents: [{}]")
                .isEqualTo("pods.yaml:1:10: agents[0]: write either an 'account' or a 'pattern'");
        assertError("agents: [{account: a, pattern: b}]").contains("write either");
        assertError("agents: [{account: a}]\nservices: [{account: a}]\n")
                .isEqualTo(
                        "pods.yaml:2:22: services[0].account: 'a' is in agents or services already"
                                + " in line 1");
    }

    @Test
    void refusesAKeyTwice() {
        assertError("services: []\nagents: []\nservices: []\n")
                .isEqualTo("pods.yaml:3:1: key 'services' is there already in line 1");
        assertError("states: {jira: {Done: done, Done: review}}")
                .contains("states.jira: key 'Done' is there already in line 1");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertError("pods:\n  - id: a\n   groups: [g\n")
                .startsWith("pods.yaml:3:")
                .contains("is not YAML: ");
        assertError("pods: [\u0000]")
                .isEqualTo("pods.yaml:1:8: is not YAML: remove the character U+0000");
        assertError("pods: []\n---\npods: []\n").startsWith("pods.yaml:2:1: is not YAML: ");
        assertError("pods: *nobody").contains("is not YAML: ");
        assertError("[".repeat(200_000)).contains("is nested too deeply");
    }

    @Test
    void refusesAFileWithNothingInIt() {
        assertError("")
                .isEqualTo("pods.yaml:1:1: is empty, write {} for a directory that says nothing");
        assertError("# nothing\n").contains("is empty");
    }

    @Test
    void tellsAllErrorsInTheOrderOfTheFile() {
        DirectoryException refused =
                refused(
                        """
                        states: {jira: {Done: don}}
                        organisation: {zone: Mars, colour: red}
                        pods: [{id: a, calendar: {hours: 9}}]
                        """);
        assertThat(refused.errors())
                .extracting(DirectoryError::line, DirectoryError::column, DirectoryError::key)
                .containsExactly(
                        tuple(1, 23, "states.jira.Done"),
                        tuple(2, 22, "organisation.zone"),
                        tuple(2, 28, "organisation"),
                        tuple(3, 34, "pods[0].calendar.hours"));
        assertThat(refused)
                .hasMessage(
                        "pods.yaml:1:23: states.jira.Done: unknown state category 'don', did you"
                                + " mean 'done'? (and 3 more errors)");
    }

    @Test
    void refusesEvidenceThatIsNone() {
        assertError("evidence:\n  work_types:\n    bug: [change, chek]\n")
                .isEqualTo(
                        "pods.yaml:3:19: evidence.work_types.bug[1]: unknown evidence 'chek', did"
                                + " you mean 'check'?");
        assertError("evidence: {work_types: {bug: [photograph]}}")
                .isEqualTo(
                        "pods.yaml:1:31: evidence.work_types.bug[0]: unknown evidence 'photograph',"
                                + " known are change, check, deployment, review, test");
        assertError("evidence: {containers: {\"jira:OPS\": nome}}")
                .isEqualTo(
                        "pods.yaml:1:37: evidence.containers.jira:OPS: no evidence 'nome', did you"
                                + " mean 'none'?");
        assertError("evidence: {containers: {\"jira:OPS\": whatever}}")
                .isEqualTo(
                        "pods.yaml:1:37: evidence.containers.jira:OPS: no evidence 'whatever',"
                                + " known are any, none, a list");
        assertError("evidence: {work_types: {bug: change}}")
                .isEqualTo(
                        "pods.yaml:1:30: evidence.work_types.bug: no evidence 'change', write a"
                                + " list: [change]");
        assertError("evidence: {work_types: {bug: []}}")
                .isEqualTo(
                        "pods.yaml:1:30: evidence.work_types.bug: is empty: write the kinds of"
                                + " evidence, or any, or none");
        assertError("evidence: {worktypes: {bug: any}}")
                .isEqualTo(
                        "pods.yaml:1:12: evidence: unknown key 'worktypes', did you mean"
                                + " 'work_types'?");
        assertError("evidence:\n  work_types:\n    bug: any\n    Bug: none\n")
                .isEqualTo("pods.yaml:4:5: evidence.work_types: 'Bug' is there already in line 3");
    }

    @Test
    void namesAFileThatIsMissingOrNotUtf8() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThat(
                        catchThrowableOfType(
                                DirectoryException.class, () -> DirectoryYaml.read(missing)))
                .hasMessage(missing + ": there is no such file, check the path");

        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'p', 'o', 'd', 's', ':', '\n', '#', (byte) 0xE9, '\n'});
        assertThat(catchThrowableOfType(DirectoryException.class, () -> DirectoryYaml.read(latin)))
                .hasMessage(latin + ":2:2: is not UTF-8 here, save it in that encoding");

        Path cut = folder.resolve("cut.yaml");
        Files.write(cut, new byte[] {'#', ' ', (byte) 0xC3});
        assertThat(catchThrowableOfType(DirectoryException.class, () -> DirectoryYaml.read(cut)))
                .hasMessage(cut + ":1:3: is not UTF-8 here, save it in that encoding");

        Path good = folder.resolve("good.yaml");
        Files.writeString(good, "organisation: {id: müller}\n");
        assertThat(DirectoryYaml.read(good).organisation()).isEqualTo("müller");
    }

    private static AbstractStringAssert<?> assertError(String yaml) {
        DirectoryException refused = refused(yaml);
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.getMessage()).doesNotContain("\n");
        return assertThat(refused.getMessage());
    }

    private static DirectoryException refused(String yaml) {
        return catchThrowableOfType(
                DirectoryException.class, () -> DirectoryYaml.parse(yaml, "pods.yaml"));
    }
}

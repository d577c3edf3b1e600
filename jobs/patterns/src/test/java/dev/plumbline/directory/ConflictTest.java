package dev.plumbline.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private static final LocalDate JUNE_30 = LocalDate.of(2026, 6, 30);

    @Test
    void findsNoneWhereAPersonMovesFromOnePodToTheNext() {
        List<Pod> pods =
                List.of(
                        members("payments", new Member("alice", null, JUNE_30)),
                        members("search", new Member("alice", JUNE_30.plusDays(1), null)));
        assertThat(Conflict.among(pods, List.of())).isEmpty();
    }

    @Test
    void findsAPersonInTwoPodsOnOneDay() {
        List<Pod> pods =
                List.of(
                        members("payments", new Member("alice", null, JUNE_30)),
                        members("search", new Member("alice", JUNE_30, null)));
        assertThat(Conflict.among(pods, List.of()))
                .containsExactly(new Conflict(1, "members", 0, "alice", "payments"));
    }

    @Test
    void findsAPersonByAnotherAccount() {
        List<Pod> pods =
                List.of(
                        members("payments", new Member("github:alice", null, null)),
                        members("search", new Member("jira:1", null, null)));
        Identity alice = new Identity("alice", List.of("github:alice", "jira:1"));
        assertThat(Conflict.among(pods, List.of(alice)))
                .containsExactly(new Conflict(1, "members", 0, "jira:1", "payments"));
    }

    @Test
    void findsAContainerAndAGroupThatTwoPodsOwn() {
        List<Pod> pods =
                List.of(
                        new Pod("a", List.of(), List.of("jira:A", "jira:B"), List.of("G1"), null),
                        new Pod("b", List.of(), List.of("jira:C", "jira:B"), List.of("G1"), null));
        assertThat(Conflict.among(pods, List.of()))
                .containsExactlyInAnyOrder(
                        new Conflict(1, "containers", 1, "jira:B", "a"),
                        new Conflict(1, "groups", 0, "G1", "a"));
    }

    private static Pod members(String id, Member... members) {
        return new Pod(id, List.of(members), List.of(), List.of(), null);
    }
}

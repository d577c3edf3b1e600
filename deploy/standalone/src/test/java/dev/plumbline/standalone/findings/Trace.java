package dev.plumbline.standalone.findings;

import dev.plumbline.standalone.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a run left in the store, for a page that tells of it. */
final class Trace {

    private final Store store;
    private int rows;

    Trace(Store store) {
        this.store = store;
    }

    void forget() throws SQLException {
        run("truncate plumbline.items, plumbline.handoffs");
    }

    /** A change in a repository such as {@code git:shop}, finished after so many hours. */
    void finished(String repository, String owner, int hours) throws SQLException {
        item("change-" + ++rows, repository, owner, String.valueOf(hours * 3_600));
    }

    /** A review asked of anybody in a repository and picked up after so many hours. */
    void reviewed(String repository, String reviewer, int hours) throws SQLException {
        handoff(repository, "review", null, reviewer, "picked_up", String.valueOf(hours * 3_600));
    }

    /** A handoff of some kind to that person that was not picked up. */
    void notPickedUp(String repository, String kind, String to, String outcome)
            throws SQLException {
        handoff(repository, kind, to, null, outcome, outcome.equals("open") ? "null" : "86400");
    }

    private void item(String id, String repository, String owner, String cycle)
            throws SQLException {
        String insert =
                """
                insert into plumbline.items (
                    org, object_type, object_id, container, pod, owner, owner_kind, done_at, cycle_elapsed_s,
                    owner_changes, group_changes, bounces, group_bounces, reopens, moved_back, actors, handoffs, event_count,
                    active_s, in_progress_s, run_id, revision)
                values ('acme', 'change', '%s', '%s', '%s', '%s', 'human', '2026-03-02', %s, 0, 0, 0, 0, 0, 0, 3, 1, 4, 0, 9, 1, 0)
                """;
        run(insert.formatted(id, repository, repository, owner, cycle));
    }

    private void handoff(
            String repository,
            String kind,
            String to,
            String pickedUpBy,
            String outcome,
            String elapsed)
            throws SQLException {
        String id = "change-" + ++rows;
        item(id, repository, "author", "null");
        String insert =
                """
                insert into plumbline.handoffs (
                    org, handoff_id, object_type, object_id, kind, mode, to_account, picked_up_by, from_kind, to_kind,
                    from_pod, to_pod, opened_at, outcome, elapsed_s, opened_by_event, run_id, revision)
                values ('acme', '%s', 'change', '%s', '%s', 'push', %s, %s, 'human', %s, '%s', '%s', '2026-03-02', '%s', %s, 'e', 1, 0)
                """;
        String toKind = to == null && pickedUpBy == null ? "null" : "'human'";
        run(
                insert.formatted(
                        id,
                        id,
                        kind,
                        quoted(to),
                        quoted(pickedUpBy),
                        toKind,
                        repository,
                        repository,
                        outcome,
                        elapsed));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

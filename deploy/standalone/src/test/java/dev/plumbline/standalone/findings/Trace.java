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
        run(
                "truncate plumbline.items, plumbline.handoffs, plumbline.stalls,"
                        + " plumbline.findings, plumbline.source_health, plumbline.drift_evidence");
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

    /** A silence of a change in review that was noticed after so many hours. */
    void stalled(String repository, String severity, String outcome, int noticedAfterHours)
            throws SQLException {
        String insert =
                """
                insert into plumbline.stalls (
                    org, stall_id, object_type, object_id, pod, owner_kind, state_category, silent_since, detected_at, outcome,
                    severity, threshold_s, median_s, baseline, baseline_n, run_id, revision)
                values ('acme', '%1$s', 'change', '%1$s', '%2$s', 'agent', 'review', '2026-03-02', '2026-03-03', '%3$s',
                    '%4$s', %5$s, 600, 'own', 40, 1, 0)
                """;
        run(
                insert.formatted(
                        "change-" + ++rows,
                        repository,
                        outcome,
                        severity,
                        noticedAfterHours * 3_600));
    }

    /** A change that is said to be done, what was found about it and how that ended. */
    void found(String kind, String outcome, boolean done) throws SQLException {
        String id = "change-" + ++rows;
        if (done) {
            item(id, "git:shop", "ann", "3600");
        }
        String insert =
                """
                insert into plumbline.findings (
                    org, finding_id, object_type, object_id, pod, kind, opened_at, outcome, run_id, revision)
                values ('acme', '%1$s', 'change', '%1$s', 'git:shop', '%2$s', '2026-03-02', '%3$s', 1, 0)
                """;
        run(insert.formatted(id, kind, outcome));
    }

    /** A source that was last heard on 2 March 2026. */
    void source(String container, String state) throws SQLException {
        String insert =
                """
                insert into plumbline.source_health (
                    org, source, container, state, first_event_at, last_event_at, minutes_heard, expected_gap_s, clock, run_id,
                    revision)
                values ('acme', 'git', '%s', '%s', '2026-01-02', '2026-03-02', 99, %s, 'working', 1, 0)
                """;
        run(insert.formatted(container, state, state.equals("learning") ? "null" : "7200"));
    }

    /** What is known of a metric; of too little, what is missing, else its e-value. */
    void known(String pod, String metric, String missing, Double eValue) throws SQLException {
        String insert =
                """
                insert into plumbline.drift_evidence (
                    org, pod, metric, split, status, missing, episodes, episodes_needed, weeks, weeks_needed, reference_n,
                    reference_own, reference_since, frozen_at, reference_p50, e_value, detector, direction, as_of, run_id,
                    revision)
                values ('acme', '%s', '%s', 'all', '%s', %s, 12, 30, 3, 6, 41, 41, '2026-01-19', '2026-02-16', 4200, %s,
                    'rise', 'up', '2026-03-01', 1, 1)
                """;
        String status = missing == null ? "usual" : "insufficient_data";
        String why = missing == null ? "null" : "'" + missing + "'";
        run(insert.formatted(pod, metric, status, why, eValue));
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

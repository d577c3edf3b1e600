package dev.plumbline.standalone.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows as a job writes them, for tests that read them. */
final class Rows {

    private final DataSource source;
    private final String org;
    private final long runId;

    Rows(DataSource source, String org, long runId) {
        this.source = source;
        this.org = org;
        this.runId = runId;
    }

    void item(String id, String pod) throws SQLException {
        insert(
                "items (org, object_type, object_id, pod, owner_changes, group_changes, bounces,"
                        + " group_bounces, reopens, moved_back, actors, handoffs, event_count,"
                        + " active_s, in_progress_s, run_id, revision)",
                "'work_item', '%s', '%s', 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0".formatted(id, pod));
    }

    /** An item of a person that was done on 2 March at noon. */
    void finished(String type, String id, String pod, String column, long seconds)
            throws SQLException {
        insert(
                "items (org, object_type, object_id, pod, owner_kind, done_at, owner_changes,"
                        + " group_changes, bounces, group_bounces, reopens, moved_back, actors,"
                        + " handoffs, event_count, active_s, in_progress_s, "
                        + column
                        + ", run_id, revision)",
                "'%s', '%s', '%s', 'human', '2026-03-02 12:00+00', 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, %d"
                        .formatted(type, id, pod, seconds));
    }

    /** A work item of a person that came into progress on 2 March at 9 and is not done. */
    void started(String id, String pod, String state) throws SQLException {
        insert(
                "items (org, object_type, object_id, pod, owner_kind, state, first_active_at,"
                        + " owner_changes, group_changes, bounces, group_bounces, reopens,"
                        + " moved_back, actors, handoffs, event_count, active_s, in_progress_s,"
                        + " run_id, revision)",
                "'work_item', '%s', '%s', 'human', '%s', '2026-03-02 09:00+00', 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0"
                        .formatted(id, pod, state));
    }

    /** An item of that kind of owner and author that last went back then, reopened at once. */
    void wentBack(String type, String id, String pod, String kind, String at, String doneAt)
            throws SQLException {
        String done = doneAt == null ? "null" : "timestamptz '" + doneAt + "+00'";
        insert(
                "items (org, object_type, object_id, pod, owner_kind, author_kind, done_at,"
                        + " moved_back_at, reopened_at, owner_changes, group_changes, bounces,"
                        + " group_bounces, reopens, moved_back, actors, handoffs, event_count,"
                        + " active_s, in_progress_s, run_id, revision)",
                "'%s', '%s', '%s', '%s', '%s', %s, '%s+00', '%s+00', 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0"
                        .formatted(type, id, pod, kind, kind, done, at, at));
    }

    /** A stall of a work item of a person, on 2 March from 10 to 12. */
    void stall(String item, String pod, String outcome) throws SQLException {
        insert(
                "stalls (org, stall_id, object_type, object_id, pod, owner_kind, state_category,"
                        + " silent_since, detected_at, ended_at, outcome, severity, threshold_s,"
                        + " median_s, baseline, baseline_n, run_id, revision)",
                "'%s', 'work_item', '%s', '%s', 'human', 'active', '2026-03-02 09:00+00', '2026-03-02 10:00+00', '2026-03-02 12:00+00', '%s', 'warning', 3600, 600, 'own', 90"
                        .formatted(item + "@9", item, pod, outcome));
    }

    /** A finding about a work item that opened on 2 March at noon. */
    void finding(String kind, String item, String pod) throws SQLException {
        finding(kind, "work_item", item, pod);
    }

    void finding(String kind, String type, String item, String pod) throws SQLException {
        insert(
                "findings (org, finding_id, kind, object_type, object_id, pod, opened_at, outcome,"
                        + " run_id, revision)",
                "'%s', '%s', '%s', '%s', '%s', '2026-03-02 12:00+00', 'open'"
                        .formatted(kind + item, kind, type, item, pod));
    }

    /** A push review between humans that was picked up; null effectiveSeconds leaves it open. */
    void handoff(String id, String fromPod, String toPod, String to, Long effectiveSeconds)
            throws SQLException {
        String outcome = effectiveSeconds == null ? "open" : "picked_up";
        handoff(id, fromPod, toPod, to, outcome, effectiveSeconds);
    }

    /** A push review between humans, of twice as long elapsed as effective time. */
    void handoff(String id, String fromPod, String toPod, String to, String outcome, Long effective)
            throws SQLException {
        String end = effective == null ? "null" : "timestamptz '2026-03-02 12:00+00'";
        insert(
                "handoffs (org, handoff_id, object_type, object_id, kind, mode, to_account,"
                        + " from_kind, to_kind, from_pod, to_pod, opened_at, ended_at, outcome,"
                        + " effective_s, elapsed_s, opened_by_event, run_id, revision)",
                "'%s', 'change', 'pr-1', 'review', 'push', '%s', 'human', 'human', '%s', '%s', '2026-03-02 09:00+00', %s, '%s', %s, 2 * %s, 'e1'"
                        .formatted(id, to, fromPod, toPod, end, outcome, effective, effective));
    }

    void metric(
            String pod,
            String metric,
            String day,
            String n,
            String value,
            String p50,
            String reason)
            throws SQLException {
        metric("day", pod, metric, day, n, value, p50, reason);
    }

    /** A row of a day, or of the week that begins on that day. */
    void metric(
            String grain,
            String pod,
            String metric,
            String day,
            String n,
            String value,
            String p50,
            String reason)
            throws SQLException {
        String start = "timestamptz '" + day + " 00:00+00'";
        String why = reason == null ? "null" : "'" + reason + "'";
        insert(
                "pod_metrics (org, pod, metric, split, grain, window_start, window_end, n, value,"
                        + " p50, null_reason, run_id, revision)",
                "'%s', '%s', 'all', '%s', %s, %s + interval '1 %s', %s, %s, %s, %s"
                        .formatted(pod, metric, grain, start, start, grain, n, value, p50, why));
    }

    void rejected(String origin, long position) throws SQLException {
        insert(
                "rejected_events (org, origin, position, reason, raw, raw_bytes, run_id, revision)",
                "'%s', %d, 'unknown_type: no such type', 'secret', 6".formatted(origin, position));
    }

    private void insert(String into, String values) throws SQLException {
        Sql.run(
                source,
                "insert into plumbline.%s values ('%s', %s, %d, 0)"
                        .formatted(into, org, values, runId));
    }
}

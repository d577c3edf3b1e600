package dev.plumbline.standalone.findings;

import java.util.List;

/**
 * What somebody who has just run a replay wants to know.
 *
 * @param title the question in words
 * @param sql its answer; columns that end in {@code _s} are seconds, those in {@code _share} are
 *     shares
 * @param nothing what to say when there is no row
 */
record Question(String title, String sql, String nothing) {
    /** Figures of fewer people than this would tell of one person. */
    private static final int PEOPLE = 2;

    private static final int EPISODES = 5;

    static List<Question> all() {
        return List.of(waitingForHumans(), slowestPods(), bounces(), open());
    }

    private static Question waitingForHumans() {
        return new Question(
                "How long does work wait for a human, by who had it before?",
                """
                select from_kind as "from", kind, count(*) as handoffs,
                       percentile_cont(0.5) within group (order by elapsed_s) filter (where outcome = 'picked_up') as median_wait_s,
                       percentile_cont(0.9) within group (order by elapsed_s) filter (where outcome = 'picked_up') as longest_tenth_s,
                       count(*) filter (where outcome in ('abandoned', 'bounced')) as never_picked_up,
                       count(*) filter (where outcome = 'open') as waiting_now
                from plumbline.handoffs
                where mode = 'push' and from_kind in ('agent', 'human') and coalesce(to_kind, 'human') = 'human'
                group by 1, 2
                having count(distinct to_account) filter (where outcome = 'picked_up') >= %d
                    or count(*) filter (where outcome = 'picked_up' and to_account is null) >= %d
                order by 3 desc, 1, 2
                limit 6
                """
                        .formatted(PEOPLE, EPISODES),
                "No handoff to a human was picked up.");
    }

    private static Question slowestPods() {
        return new Question(
                "Which pods take longest from the first activity to done?",
                """
                select pod, count(*) as finished,
                       percentile_cont(0.5) within group (order by cycle_elapsed_s) as median_cycle_s,
                       percentile_cont(0.9) within group (order by cycle_elapsed_s) as longest_tenth_s,
                       sum(active_s)::double precision / nullif(sum(in_progress_s), 0) as active_share
                from plumbline.items
                where cycle_elapsed_s is not null
                group by pod
                having count(*) >= %d and sum(actors) >= %d
                order by 3 desc, 1
                limit 5
                """
                        .formatted(EPISODES, PEOPLE),
                "No pod has finished %d items.".formatted(EPISODES));
    }

    private static Question bounces() {
        return new Question(
                "Where did the ball bounce: handed over and handed on before anybody picked it up?",
                """
                select coalesce(from_pod, 'unassigned') as from_pod, coalesce(to_pod, 'unassigned') as to_pod,
                       count(*) filter (where outcome = 'bounced') as bounced, count(*) as ended,
                       count(*) filter (where outcome = 'bounced')::double precision / count(*) as bounced_share
                from plumbline.handoffs
                where outcome <> 'open'
                group by 1, 2
                having count(*) filter (where outcome = 'bounced') > 0
                order by 3 desc, 1, 2
                limit 5
                """,
                "Nothing bounced.");
    }

    private static Question open() {
        return new Question(
                "What has been waiting longest to be picked up?",
                """
                select object_id as item, kind, coalesce(to_pod, 'unassigned') as pod, coalesce(to_kind, 'anybody') as waits_for, age_s
                from plumbline.v_open_handoffs
                order by age_s desc, object_id, kind
                limit 5
                """,
                "Nothing waits.");
    }
}

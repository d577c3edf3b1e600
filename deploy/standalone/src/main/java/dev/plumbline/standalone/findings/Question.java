package dev.plumbline.standalone.findings;

import java.util.List;

/**
 * What somebody who has just run a replay wants to know. Nothing in an answer is about one person:
 * rows with exactly one person behind them are left out, and a remark says so.
 *
 * @param title the question in words
 * @param rows SQL of its answer; columns that end in {@code _s} are seconds, those in {@code
 *     _share} are shares
 * @param remarks SQL of what must be said with it, a sentence a row: what a figure does not tell,
 *     and why there is none
 */
record Question(String title, String rows, String remarks) {

    private static final String WAITS =
            """
            with waits as (
                select coalesce(split_part(i.container, ':', 1), 'unknown') as source, h.from_kind as "from", h.kind,
                       count(*) as handoffs,
                       count(*) filter (where h.outcome = 'picked_up') as picked_up,
                       count(distinct coalesce(h.to_account, h.picked_up_by)) as people,
                       count(distinct coalesce(h.to_account, h.picked_up_by)) filter (where h.outcome = 'picked_up') as pickers,
                       percentile_cont(0.5) within group (order by h.elapsed_s) filter (where h.outcome = 'picked_up') as median_s,
                       percentile_cont(0.9) within group (order by h.elapsed_s) filter (where h.outcome = 'picked_up') as p90_s,
                       count(*) filter (where h.outcome = 'open') as waiting_now
                from plumbline.handoffs h
                left join plumbline.items i using (org, object_type, object_id)
                where h.mode = 'push' and h.from_kind in ('agent', 'human') and coalesce(h.to_kind, 'human') = 'human'
                group by 1, 2, 3
            )
            """;

    private static final String FINISHED =
            """
            with finished as (
                select pod, count(*) as finished,
                       count(distinct owner) filter (where owner_kind = 'human') as people,
                       percentile_cont(0.5) within group (order by cycle_elapsed_s) as median_s,
                       percentile_cont(0.9) within group (order by cycle_elapsed_s) as p90_s,
                       sum(active_s)::double precision / nullif(sum(in_progress_s), 0) as active_share
                from plumbline.items
                where cycle_elapsed_s is not null
                group by pod
                having count(*) >= 5
            )
            """;

    private static final String BOUNCED =
            """
            with bounced as (
                select coalesce(from_pod, 'unassigned') as from_pod, coalesce(to_pod, 'unassigned') as to_pod,
                       count(*) filter (where outcome = 'bounced') as bounced, count(*) as ended,
                       count(distinct coalesce(to_account, picked_up_by)) filter (where to_kind = 'human') as people
                from plumbline.handoffs
                where outcome <> 'open'
                group by 1, 2
                having count(*) filter (where outcome = 'bounced') > 0
            )
            """;

    static List<Question> all() {
        return List.of(waitingForPeople(), slowestPods(), bounces(), longestWaiting());
    }

    private static Question waitingForPeople() {
        return new Question(
                "How long does work wait for a person, by who had it before?",
                WAITS
                        + """
                        select source, "from", kind, handoffs, picked_up,
                               case when picked_up >= 5 and pickers >= 2 then median_s end as median_of_these_s,
                               case when picked_up >= 10 and pickers >= 2 then p90_s end as longest_tenth_s,
                               handoffs - picked_up - waiting_now as ended_without_pickup, waiting_now
                        from waits
                        where people <> 1
                        order by handoffs desc, source, "from", kind
                        limit 6
                        """,
                WAITS
                        + """
                        select remark
                        from (values
                            (not exists (select from waits), 'No handoff to a person was seen.'),
                            (exists (select from waits where people <> 1 and (picked_up < 10 or pickers < 2)),
                             '–: too few to tell; a median needs 5 picked up, by 2 people, the longest tenth 10.'),
                            (exists (select from waits where people = 1),
                             'Not shown: what went to one person only, for it would tell of that person.'),
                            (exists (select from waits where people <> 1 and source = 'git'),
                             'git: no times of reviews; a wait runs from a commit''s writing to its entry, and ends without pickup where no other person is named.')
                        ) as remarks (applies, remark)
                        where applies
                        """);
    }

    private static Question slowestPods() {
        return new Question(
                "Which pods take longest from the first activity to done?",
                FINISHED
                        + """
                        select pod, finished, median_s as median_cycle_s,
                               case when finished >= 10 then p90_s end as longest_tenth_s, active_share
                        from finished
                        where people <> 1
                        order by median_s desc, pod
                        limit 5
                        """,
                FINISHED
                        + """
                        select remark
                        from (values
                            (not exists (select from finished), 'No pod has finished 5 items: too few to tell.'),
                            (exists (select from finished where people = 1),
                             'Not shown: pods in which one person owned what was finished.')
                        ) as remarks (applies, remark)
                        where applies
                        """);
    }

    private static Question bounces() {
        return new Question(
                "Where did the ball bounce: handed over and handed on before anybody picked it up?",
                BOUNCED
                        + """
                        select from_pod, to_pod, bounced, ended, bounced::double precision / ended as bounced_share
                        from bounced
                        where people <> 1
                        order by bounced desc, from_pod, to_pod
                        limit 5
                        """,
                BOUNCED
                        + """
                        select remark
                        from (values
                            (not exists (select from bounced), 'Nothing bounced.'),
                            (exists (select from bounced where people = 1), 'Not shown: pods in which one person received it all.')
                        ) as remarks (applies, remark)
                        where applies
                        """);
    }

    private static Question longestWaiting() {
        return new Question(
                "What has been waiting longest to be picked up?",
                """
                select object_id as item, kind, coalesce(to_pod, 'unassigned') as pod, coalesce(to_kind, 'anybody') as waits_for, age_s
                from plumbline.v_open_handoffs
                order by age_s desc, object_id, kind
                limit 5
                """,
                """
                select 'Nothing waits.' where not exists (select from plumbline.v_open_handoffs)
                """);
    }
}

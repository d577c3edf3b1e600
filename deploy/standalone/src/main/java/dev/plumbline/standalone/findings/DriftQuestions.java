package dev.plumbline.standalone.findings;

import java.util.List;

/** Which pods work otherwise than they used to. */
final class DriftQuestions {

    /** Pods of which a signal would be about one person are left out. */
    private static final String TOLD =
            """
            with people as (
                select org, to_pod as pod, count(distinct coalesce(to_account, picked_up_by)) as people
                from plumbline.handoffs
                where coalesce(to_kind, 'human') = 'human'
                group by 1, 2
            ), told as (
                select d.*, p.people, c.price_hours, c.price_null_reason
                from plumbline.drift_signals d
                left join people p using (org, pod)
                left join plumbline.v_signal_price c using (org, signal_id)
                where d.level = 'signal'
            )
            """;

    private DriftQuestions() {}

    static List<Question> all() {
        return List.of(drifts());
    }

    private static Question drifts() {
        return new Question(
                "Which pods work otherwise than they used to?",
                TOLD
                        + """
                        select pod, metric, status, onset_at::date as since,
                               case when metric <> 'rework_rate' then reference_p50 end as used_to_take_s,
                               case when metric <> 'rework_rate' then current_p50 end as takes_s,
                               round(effect::numeric, 1)::text as times,
                               round(effect_low::numeric, 1) || ' to ' || round(effect_high::numeric, 1) as "from",
                               current_n as seen,
                               coalesce(round(price_hours::numeric, 1) || ' h', replace(price_null_reason, '_', ' ')) as price,
                               signal_id
                        from told
                        where people is distinct from 1
                        order by resolved_at is not null, strength desc, signal_id
                        limit 6
                        """,
                TOLD
                        + """
                        select remark
                        from (values
                            (not exists (select from told),
                             'No signal. A pod is watched once it has 30 episodes of a kind in its first six weeks or after.'),
                            (exists (select from told),
                             (select format('Signals told: %s, still lasting: %s; a pod in which nothing changes has at most one in two years unless told otherwise.',
                                count(*), count(*) filter (where resolved_at is null)) from told)),
                            (exists (select from told),
                             'Price: working hours beyond what is usual in the pod, from the debt ledger, between onset and end.'),
                            (exists (select from told),
                             'In effective time: working time for people. Ask on: ./plumbline explain SIGNAL_ID'),
                            (exists (select from told where people = 1), 'Not shown: pods in which one person picks up.'),
                            (exists (select from plumbline.drift_evidence),
                             (select format('Enough data: %s of %s metrics in %s of %s pods; of the others %s have too few episodes, %s too few weeks, %s had none for 400 days.',
                                count(e_value), count(*), count(distinct pod) filter (where e_value is not null), count(distinct pod),
                                count(*) filter (where missing = 'few_episodes'), count(*) filter (where missing = 'few_weeks'),
                                count(*) filter (where missing = 'forgotten'))
                              from plumbline.drift_evidence where split = 'all')),
                            (exists (select from plumbline.v_drift_ranking where is_published),
                             (select format('Taken together, so that one in five at most is as usual: %s of the pods watched (v_drift_ranking).',
                                count(*)) from plumbline.v_drift_ranking where is_published)),
                            (exists (select from plumbline.drift_evidence),
                             'What is known of a pod, or how much data are missing: ./plumbline explain POD')
                        ) as remarks (applies, remark)
                        where applies
                        """);
    }
}

package dev.plumbline.standalone.findings;

import java.util.List;

/** What has gone silent, what was said and is not so, and whether anything can be heard at all. */
final class SilenceQuestions {

    private static final String WAITS_FOR =
            "case when %1$sstate_category = 'review' then 'a reviewer'"
                    + " else coalesce(nullif(%1$sowner_kind, 'unknown'), 'anybody') end";

    private SilenceQuestions() {}

    static List<Question> all() {
        return List.of(silences(), longestSilent(), saidAndSeen(), unheard());
    }

    private static Question silences() {
        return new Question(
                "What fell silent for longer than its own history explains, while nobody had said"
                        + " that it waits?",
                """
                select s.object_type as what, s.state_category as state, %s as waits_for, count(*) as stalls,
                       count(*) filter (where s.outcome = 'resumed') as went_on,
                       count(*) filter (where s.outcome not in ('resumed', 'open')) as ended_otherwise,
                       count(*) filter (where s.outcome = 'open') as silent_now,
                       percentile_cont(0.5) within group (order by s.threshold_s) as noticed_after_s
                from plumbline.stalls s
                group by 1, 2, 3
                order by stalls desc, what, state, waits_for
                limit 6
                """
                        .formatted(WAITS_FOR.formatted("s.")),
                """
                select remark
                from (values
                    (not exists (select from plumbline.stalls), 'Nothing was ever silent for so long.'),
                    (exists (select from plumbline.stalls),
                     'noticed after: the median patience, in working time for people; 95 in 100 of a pod''s gaps between two signs of work are shorter.'),
                    (exists (select from plumbline.stalls), 'No patience is less than 8 h for people, or 15 min for agents.')
                ) as remarks (applies, remark)
                where applies
                """);
    }

    private static Question longestSilent() {
        return new Question(
                "Which of these is silent now, the least probable ones first?",
                """
                select object_id as item, pod, %s as waits_for, severity, silent_s, threshold_s as noticed_after_s, baseline_n as gaps_known
                from plumbline.v_open_stalls
                limit 5
                """
                        .formatted(WAITS_FOR.formatted("")),
                """
                select remark
                from (values
                    (not exists (select from plumbline.v_open_stalls), 'Nothing is silent now.'),
                    (exists (select from plumbline.v_open_stalls),
                     (select format('%s are: %s critical (at most 1 gap in 1,000 of such a pod lasts so long), %s high (1 in 100), %s warning (5 in 100).',
                                    count(*), count(*) filter (where severity = 'critical'),
                                    count(*) filter (where severity = 'high'), count(*) filter (where severity = 'warning'))
                      from plumbline.v_open_stalls)),
                    (exists (select from plumbline.v_open_stalls),
                     'gaps known: how many of this pod the patience rests on; where they are few it leans on the other pods.')
                ) as remarks (applies, remark)
                where applies
                """);
    }

    private static Question saidAndSeen() {
        return new Question(
                "Where do words and traces of work not agree?",
                """
                select kind as finding,
                       case kind when 'unverified_done' then 'said to be done; nobody else has shown it'
                                 when 'contradicted_done' then 'said to be done; a trace says it is not'
                                 when 'stuck_after_reality' then 'all its changes are merged; it is not done'
                                 when 'orphan_work' then 'merged; belongs to no work item'
                                 when 'ghost_work' then 'in progress; no trace of its owner' end as meaning,
                       count(*) as found, count(*) filter (where outcome = 'open') as open_now,
                       count(distinct (object_type, object_id)) as items
                from plumbline.findings
                where kind <> 'source_silence' and outcome <> 'retracted'
                group by kind
                order by found desc, kind
                """,
                """
                with unverified as (
                    select i.done_at
                    from plumbline.findings f
                    left join plumbline.items i using (org, object_type, object_id)
                    where f.kind = 'unverified_done' and f.outcome = 'open'
                )
                select remark
                from (values
                    (not exists (select from plumbline.findings where kind <> 'source_silence' and outcome <> 'retracted'),
                     'They agree wherever evidence is connected.'),
                    (exists (select from unverified where done_at is null),
                     (select format('%s of the %s open unverified ones are not done in their tool: a session of an agent that ended, or a change, said so.',
                                    count(*) filter (where done_at is null), count(*)) from unverified)),
                    (exists (select from unverified),
                     'Only what the events tell can show it: a change or a check of a tool that is not connected leaves no trace here.'),
                    (exists (select from plumbline.findings where outcome = 'retracted'),
                     (select format('Not counted: %s whose evidence was in time and only learned of later.', count(*))
                      from plumbline.findings where outcome = 'retracted'))
                ) as remarks (applies, remark)
                where applies
                """);
    }

    private static Question unheard() {
        return new Question(
                "Which sources are not heard any more?",
                """
                select source, coalesce(nullif(container, ''), 'the connector itself') as of, quiet_s, expected_gap_s as expected_within_s, clock
                from plumbline.v_source_health
                where state = 'silent'
                order by quiet_s desc, source, container
                limit 5
                """,
                """
                select remark
                from (values
                    (not exists (select from plumbline.source_health where state <> 'learning'), 'Of none it is known yet how often it should be heard.'),
                    (exists (select from plumbline.source_health where state <> 'learning'),
                     (select format('%s are silent, %s are heard, of %s it is not yet known how often they should be.',
                                    count(*) filter (where state = 'silent'), count(*) filter (where state = 'heard'),
                                    count(*) filter (where state = 'learning'))
                      from plumbline.source_health)),
                    (exists (select from plumbline.v_source_health where state = 'silent' and not connector_heard),
                     'Where nobody works, a source that tells events only is as silent as a blind one; heartbeats of its connector tell them apart.')
                ) as remarks (applies, remark)
                where applies
                """);
    }
}

package dev.plumbline.standalone.findings;

import java.util.List;

/** What has gone silent, what was said and is not so, and whether anything can be heard at all. */
final class SilenceQuestions {

    private SilenceQuestions() {}

    static List<Question> all() {
        return List.of(silent(), saidAndSeen(), unheard());
    }

    private static Question silent() {
        return new Question(
                "What has gone silent for longer than its history explains, and nobody has said"
                        + " so?",
                """
                select object_id as item, pod, state_category as state, severity,
                       case state_category when 'review' then 'a reviewer' else coalesce(nullif(owner_kind, 'unknown'), 'anybody') end as waits_for,
                       silent_s, threshold_s as patience_s
                from plumbline.v_open_stalls
                limit 5
                """,
                """
                select remark
                from (values
                    (not exists (select from plumbline.stalls), 'Nothing was ever silent for so long.'),
                    (exists (select from plumbline.stalls) and not exists (select from plumbline.v_open_stalls), 'Nothing is silent now.'),
                    (exists (select from plumbline.v_open_stalls),
                     (select format('%s are silent now (%s critical, %s high, %s warning); %s others were and have ended. Patience is in working time for people.',
                                    count(*) filter (where outcome = 'open'),
                                    count(*) filter (where outcome = 'open' and severity = 'critical'),
                                    count(*) filter (where outcome = 'open' and severity = 'high'),
                                    count(*) filter (where outcome = 'open' and severity = 'warning'),
                                    count(*) filter (where outcome <> 'open'))
                      from plumbline.stalls))
                ) as remarks (applies, remark)
                where applies
                """);
    }

    private static Question saidAndSeen() {
        return new Question(
                "Where do words and traces of work not agree?",
                """
                select kind as finding, count(*) as found, count(*) filter (where outcome = 'open') as open_now,
                       count(*) filter (where outcome = 'retracted') as taken_back,
                       count(distinct (object_type, object_id)) as items
                from plumbline.findings
                where kind <> 'source_silence'
                group by kind
                order by found desc, kind
                """,
                """
                select 'They agree wherever evidence is connected.'
                where not exists (select from plumbline.findings where kind <> 'source_silence')
                """);
    }

    private static Question unheard() {
        return new Question(
                "Which sources are not heard?",
                """
                select source, container, minutes_heard as heard_minutes, expected_gap_s as patience_s
                from plumbline.source_health
                where state = 'silent'
                order by silent_since, source, container
                limit 5
                """,
                """
                select remark
                from (values
                    (not exists (select from plumbline.source_health where state = 'silent'), 'All that have told enough to be expected are heard.'),
                    (exists (select from plumbline.source_health where state = 'silent'),
                     (select format('%s are silent. Where nobody works, a source that tells events only is as silent as a blind one; heartbeats tell them apart.', count(*))
                      from plumbline.source_health where state = 'silent'))
                ) as remarks (applies, remark)
                where applies
                """);
    }
}

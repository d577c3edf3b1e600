-- What is known of every watched metric, and which pods to look at first.

create table plumbline.drift_evidence (
    org             text collate "C" not null,
    pod             text collate "C" not null,
    metric          text collate "C" not null,
    split           text collate "C" not null check (split in ('all', 'human', 'agent')),
    status          text collate "C" not null check (status in ('insufficient_data', 'usual', 'watch', 'signal')),
    missing         text collate "C" check (missing in ('few_weeks', 'few_episodes', 'suppressed', 'forgotten')),
    episodes        integer,
    episodes_needed integer not null,
    weeks           integer,
    weeks_needed    integer not null,
    reference_n     integer,
    reference_own   integer,
    reference_since timestamptz,
    frozen_at       timestamptz,
    reference_p50   double precision,
    e_value         double precision,
    detector        text collate "C" check (detector in ('rise', 'fall', 'tail', 'survival')),
    direction       text collate "C" check (direction in ('up', 'down')),
    signal_id       text collate "C",
    as_of           timestamptz not null,
    run_id          bigint not null,
    revision        bigint not null,
    primary key (org, pod, metric, split),
    check ((status = 'insufficient_data') = (missing is not null)),
    check ((status = 'insufficient_data') = (e_value is null))
);

comment on table plumbline.drift_evidence is 'What is known of each watched metric of a pod, whether it alarms or not. Grain: pod, metric and split the pod has ever had an episode of; a pod without a row has had none. Told at the end of a working day when the status has changed, when the e-value has changed by a factor of 2.7, and once a week; where nothing happens and nothing is open it stays as it was told.';
comment on column plumbline.drift_evidence.org is 'Organisation (tenant).';
comment on column plumbline.drift_evidence.pod is 'Pod, or unassigned.';
comment on column plumbline.drift_evidence.metric is 'handoff_latency, cycle_time, pickup_time (of changes nobody was asked to review) or rework_rate, as in the data dictionary.';
comment on column plumbline.drift_evidence.split is 'Whose episodes: all, human or agent; human and agent once an agent has taken work.';
comment on column plumbline.drift_evidence.status is 'insufficient_data (nobody can say whether it drifts), usual (watched, no drift is open), watch or signal (one of that level is open).';
comment on column plumbline.drift_evidence.missing is 'Why the data do not suffice: few_weeks, few_episodes, suppressed (fewer than two people picked up in eight weeks) or forgotten (none was completed for 400 days; learned anew if it goes on). NULL: they do.';
comment on column plumbline.drift_evidence.episodes is 'Episodes counted so far, those of the first two weeks left out, count. NULL: suppressed.';
comment on column plumbline.drift_evidence.episodes_needed is 'So many are needed, count; 8 of a duration where enough of the other pods is known to pad them.';
comment on column plumbline.drift_evidence.weeks is 'Whole weeks from the first episode to the last, count. NULL: suppressed.';
comment on column plumbline.drift_evidence.weeks_needed is 'So many are needed, count.';
comment on column plumbline.drift_evidence.reference_n is 'Episodes in the reference in force, count. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.reference_own is 'How many of them are the pod''s own, count. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.reference_since is 'When the first of its own was completed. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.frozen_at is 'When the last one was completed, and the reference was frozen. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.reference_p50 is 'Median of the reference, effective seconds; of rework_rate the share. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.e_value is 'How much speaks against the usual: the mean over its detectors of the run length that their evidence stands for by the items (of survival the weeks) watched. 1 says nothing; where nothing changes one metric in t at most has t or more at any one time, as the inverse of a p-value. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.detector is 'The detector that speaks loudest: rise, fall, tail or survival; without meaning where the e-value is small. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.direction is 'Its direction, up or down. NULL: insufficient_data.';
comment on column plumbline.drift_evidence.signal_id is 'The drift that is open: of a split whose drift was told with the whole, or the other way round, that one. NULL: none is, or it was told of nobody.';
comment on column plumbline.drift_evidence.as_of is 'What the row tells was known then: the end of a working day.';
comment on column plumbline.drift_evidence.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.drift_evidence.revision is 'Internal: event time of what is known, milliseconds since 1970 UTC.';

grant select, insert, update, delete on plumbline.drift_evidence to plumbline_writer;
grant select on plumbline.drift_evidence to plumbline_reader;

alter table plumbline.drift_signals
    drop constraint drift_signals_status_check,
    add constraint drift_signals_status_check
        check (status in ('open', 'worsening', 'improving', 'resolved', 'new_normal', 'forgotten'));

comment on table plumbline.drift_signals is 'One row per drift: the episodes of a metric of a pod have moved away from the pod''s own reference. Found by detectors with a stated rate of false alarms; told as known at as_of. Grain: drift. A pod and metric without a row is not known to be fine: drift_evidence says what is known of it.';
comment on column plumbline.drift_signals.status is 'open, worsening, improving, resolved (back where the reference was; of a watch: faded), new_normal (stable for 60 episodes: the reference from now on) or forgotten (no episode of it was completed for 400 days: over, and nobody knows how).';
comment on column plumbline.drift_signals.resolved_at is 'When it was over: by return, as the new normal, or forgotten. NULL: it lasts.';

create view plumbline.v_drift_ranking as
with judged as (
    select org, pod, avg(e_value) as e_value, count(e_value) as metrics_watched,
        count(*) - count(e_value) as metrics_insufficient,
        (array_agg(metric order by e_value desc, metric) filter (where e_value is not null))[1] as leading_metric,
        (array_agg(direction order by e_value desc, metric) filter (where e_value is not null))[1] as leading_direction,
        max(e_value) as leading_e_value, max(as_of) as as_of
    from plumbline.drift_evidence
    where split = 'all'
    group by org, pod
), placed as (
    select j.*, count(e_value) over (partition by org) as pods_watched,
        rank() over by_evidence as place, count(e_value) over by_evidence as as_high
    from judged j
    window by_evidence as (partition by org order by e_value desc nulls last)
), cut as (
    select p.*, min(e_value) filter (where e_value * 0.2::double precision * as_high >= pods_watched)
        over (partition by org) as least_published
    from placed p
)
select org, pod, case when e_value is not null then place end as rank, e_value, pods_watched,
    coalesce(e_value >= least_published, false) as is_published, least_published,
    leading_metric, leading_direction, leading_e_value, metrics_watched, metrics_insufficient, as_of
from cut;

comment on view plumbline.v_drift_ranking is 'Pods by how much speaks against their usual pattern. Grain: pod with a row in drift_evidence. Only the split all counts: human and agent are the same episodes once more.';
comment on column plumbline.v_drift_ranking.org is 'Organisation (tenant).';
comment on column plumbline.v_drift_ranking.pod is 'Pod, or unassigned.';
comment on column plumbline.v_drift_ranking.rank is 'Place in the organisation, 1 for the largest e-value; equal ones share it. NULL: insufficient_data in all metrics.';
comment on column plumbline.v_drift_ranking.e_value is 'Mean of the e-values of the metrics that are watched; 1 says nothing. NULL: insufficient_data in all metrics.';
comment on column plumbline.v_drift_ranking.pods_watched is 'Pods of the organisation with an e-value, count: K.';
comment on column plumbline.v_drift_ranking.is_published is 'Among the k pods with the largest e-values, for the largest k where the k-th is at least K / (0.2 k) (e-BH of Wang and Ramdas): of those at most one in five is expected to be as usual, where pods drift independently of each other.';
comment on column plumbline.v_drift_ranking.least_published is 'The smallest e-value among the published of the organisation. NULL: none is.';
comment on column plumbline.v_drift_ranking.leading_metric is 'The metric with the largest e-value. NULL: insufficient_data in all metrics.';
comment on column plumbline.v_drift_ranking.leading_direction is 'Which way it has moved, up or down; without meaning where the e-value is small. NULL: insufficient_data in all metrics.';
comment on column plumbline.v_drift_ranking.leading_e_value is 'Its e-value. NULL: insufficient_data in all metrics.';
comment on column plumbline.v_drift_ranking.metrics_watched is 'Metrics of the pod with enough data, count.';
comment on column plumbline.v_drift_ranking.metrics_insufficient is 'Those without, count; drift_evidence says why.';
comment on column plumbline.v_drift_ranking.as_of is 'The latest of what is known of the pod; a metric in which nothing happens is told once a week.';

grant select on plumbline.v_drift_ranking to plumbline_reader;

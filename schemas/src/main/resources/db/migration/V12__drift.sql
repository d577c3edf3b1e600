-- Drift signals, and the items behind them.

create table plumbline.drift_signals (
    org                text collate "C" not null,
    signal_id          text collate "C" not null,
    pod                text collate "C" not null,
    metric             text collate "C" not null,
    split              text collate "C" not null check (split in ('all', 'human', 'agent')),
    direction          text collate "C" not null check (direction in ('up', 'down')),
    level              text collate "C" not null check (level in ('watch', 'signal')),
    status             text collate "C" not null
        check (status in ('open', 'worsening', 'improving', 'resolved', 'new_normal')),
    severity           text collate "C" not null check (severity in ('low', 'moderate', 'high', 'critical')),
    detector           text collate "C" not null check (detector in ('rise', 'fall', 'tail', 'survival')),
    onset_at           timestamptz not null,
    onset_low          timestamptz not null,
    onset_high         timestamptz not null,
    opened_at          timestamptz not null,
    as_of              timestamptz not null,
    resolved_at        timestamptz,
    reference_n        integer not null,
    reference_own      integer not null,
    current_n          integer not null,
    reference_p50      double precision not null,
    current_p50        double precision,
    effect             double precision,
    effect_low         double precision,
    effect_high        double precision,
    effect_of_original double precision,
    strength           double precision not null,
    arl0               double precision not null,
    autocorrelation    double precision not null,
    censored_share     double precision not null,
    items              text[] collate "C" not null default '{}',
    actions            text[] collate "C",
    run_id             bigint not null,
    revision           bigint not null,
    primary key (org, signal_id)
);
create index drift_signals_by_pod on plumbline.drift_signals (org, pod, opened_at);
create index drift_signals_open on plumbline.drift_signals (org, opened_at) where resolved_at is null;

comment on table plumbline.drift_signals is 'One row per drift: the episodes of a metric of a pod have moved away from the pod''s own reference. Found by detectors with a stated rate of false alarms; told as known at as_of. Grain: drift. A pod and metric without a row is not known to be fine: with fewer than 30 episodes in its first six weeks and after it is not watched yet.';
comment on column plumbline.drift_signals.org is 'Organisation (tenant).';
comment on column plumbline.drift_signals.signal_id is 'Id of the drift, from watch to signal to its end: pod, metric, split and the instant of the first row.';
comment on column plumbline.drift_signals.pod is 'Pod, or unassigned.';
comment on column plumbline.drift_signals.metric is 'handoff_latency, cycle_time, pickup_time or rework_rate, as in the data dictionary.';
comment on column plumbline.drift_signals.split is 'Whose episodes: all, human or agent; human only where two people and more picked up in eight weeks.';
comment on column plumbline.drift_signals.direction is 'up (slower, or more of them come back) or down.';
comment on column plumbline.drift_signals.level is 'watch (worth a look; comes five times as often as the budget of false alarms allows for signals) or signal.';
comment on column plumbline.drift_signals.status is 'open, worsening, improving, resolved (back where the reference was; of a watch: faded) or new_normal (stable for 60 episodes: the reference from now on).';
comment on column plumbline.drift_signals.severity is 'Size of the change, whichever its direction: low below 1.5 times or where too few are completed, moderate from 1.5, high from 2, critical from 3.';
comment on column plumbline.drift_signals.detector is 'What was in the lead when it was told: rise, fall, tail (more of the slowest) or survival (fewer are completed than usual, open ones among them).';
comment on column plumbline.drift_signals.onset_at is 'When it seems to have begun: completion of the first episode after it.';
comment on column plumbline.drift_signals.onset_low is 'Earliest onset that explains the episodes nearly as well.';
comment on column plumbline.drift_signals.onset_high is 'Latest one.';
comment on column plumbline.drift_signals.opened_at is 'When it reached its level.';
comment on column plumbline.drift_signals.as_of is 'What the row tells was known then: the last episode or end of a working day that changed it.';
comment on column plumbline.drift_signals.resolved_at is 'When it was over, by return or as the new normal. NULL: it lasts, or its pod has been silent for so long that it was forgotten.';
comment on column plumbline.drift_signals.reference_n is 'Episodes in the reference, count; 100 when it is full.';
comment on column plumbline.drift_signals.reference_own is 'How many of them are the pod''s own, count.';
comment on column plumbline.drift_signals.current_n is 'Episodes completed since the onset, count; 150 at most.';
comment on column plumbline.drift_signals.reference_p50 is 'Median of the reference, effective seconds; of rework_rate the share.';
comment on column plumbline.drift_signals.current_p50 is 'Median since the onset, likewise. NULL: none has been completed.';
comment on column plumbline.drift_signals.effect is 'How many times the reference: ratio of medians by Hodges and Lehmann on logarithms of minutes + 1, of a share the ratio of shares. NULL: none has been completed.';
comment on column plumbline.drift_signals.effect_low is 'Lower end of its interval of 95 %. NULL: none has been completed.';
comment on column plumbline.drift_signals.effect_high is 'Upper end. NULL: none has been completed.';
comment on column plumbline.drift_signals.effect_of_original is 'The same ratio to the first reference the pod ever had, so that a slow ramp shows. NULL: none has been completed, or there is none yet.';
comment on column plumbline.drift_signals.strength is 'Evidence of the detector on the scale of an e-value: at the threshold it is arl0.';
comment on column plumbline.drift_signals.arl0 is 'Average run length of the detector at the threshold in force: episodes between two false alarms, of survival working weeks.';
comment on column plumbline.drift_signals.autocorrelation is 'Likeness of successive episodes the threshold allows for, 0 to 0.3; 0 of a share.';
comment on column plumbline.drift_signals.censored_share is 'Open episodes at the last tick by those and the ones completed since the onset, 0 to 1.';
comment on column plumbline.drift_signals.items is 'The items that speak loudest, five at most, loudest first: type:id. v_signal_evidence has them as rows.';
comment on column plumbline.drift_signals.actions is 'Guided actions recommended. NULL: this version recommends none.';
comment on column plumbline.drift_signals.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.drift_signals.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

grant select, insert, update, delete on plumbline.drift_signals to plumbline_writer;
grant select on plumbline.drift_signals to plumbline_reader;

create or replace view plumbline.v_signal_evidence as
with finished as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, i.object_type, i.object_id,
        c.contribution, i.done_at as at
    from plumbline.pod_metrics m
    join plumbline.items i
        on i.org = m.org and i.pod = m.pod and i.done_at >= m.window_start and i.done_at < m.window_end
    cross join lateral (values
        ('throughput', i.owner_kind, 1::double precision),
        ('cycle_time', i.owner_kind,
            case when i.owner_kind in ('agent', 'service') then i.cycle_elapsed_s else i.cycle_working_s end),
        ('lead_time', i.owner_kind,
            case when i.owner_kind in ('agent', 'service') then i.lead_elapsed_s else i.lead_working_s end),
        ('flow_efficiency', i.owner_kind, i.active_s::double precision / nullif(i.in_progress_s, 0)),
        ('handoffs_per_item', i.owner_kind, i.handoffs),
        ('actors_per_item', i.owner_kind, i.actors),
        ('bounce_rate', i.owner_kind, case when i.bounces + i.group_bounces > 0 then 1 else 0 end),
        ('ping_pong_rate', i.owner_kind, case when i.bounces > 1 or i.group_bounces > 1 then 1 else 0 end),
        ('rework_rate', i.owner_kind,
            case when i.moved_back_at >= m.window_start and i.moved_back_at < m.window_end then 1 else 0 end),
        ('reopen_rate', i.owner_kind,
            case when i.reopened_at >= m.window_start and i.reopened_at < m.window_end then 1 else 0 end),
        ('coordination_cost', i.owner_kind, case when i.cycle_elapsed_s is not null then i.waited_s end),
        ('plan_divergence', i.owner_kind, case when i.object_type = 'work_item' then 1 end),
        ('unplanned_share', i.owner_kind, case when i.object_type = 'work_item' then 1 end),
        ('pickup_time', i.author_kind, i.pickup_s),
        ('review_time', i.author_kind, i.review_wait_reviewers_s + i.review_wait_author_s),
        ('review_wait_reviewers', i.author_kind, i.review_wait_reviewers_s),
        ('review_wait_author', i.author_kind, i.review_wait_author_s),
        ('rework_time', i.author_kind, i.rework_s),
        ('merge_delay', i.author_kind, i.merge_delay_s),
        ('unlinked_share', i.author_kind, case i.linked when false then 1 when true then 0 end),
        ('agent_share', i.author_kind,
            case when i.object_type = 'change' then case when i.author_kind = 'agent' then 1 else 0 end end),
        ('agent_unreviewed_share', i.author_kind,
            case when i.author_kind = 'agent' then case when i.reviewed_by_human then 0 else 1 end end),
        ('agent_rework_rate', i.author_kind,
            case when i.author_kind = 'agent' then
                case when i.moved_back_at >= m.window_start and i.moved_back_at < m.window_end then 1 else 0 end end)
    ) as c (metric, kind, contribution)
    where c.metric = m.metric and (m.split = 'all' or c.kind = m.split) and c.contribution is not null
        and m.null_reason is distinct from 'suppressed'
), went_back as (
    -- Those above left out: what was done again in the window, and counted once.
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, i.object_type, i.object_id,
        1::double precision as contribution, i.moved_back_at as at
    from plumbline.pod_metrics m
    join plumbline.items i
        on i.org = m.org and i.pod = m.pod and i.moved_back_at >= m.window_start and i.moved_back_at < m.window_end
        and (i.done_at is null or i.done_at < m.window_start or i.done_at >= m.window_end)
    where (m.metric = 'rework_rate' or (m.metric = 'agent_rework_rate' and i.author_kind = 'agent'))
        and (m.split = 'all' or i.owner_kind = m.split) and m.null_reason is distinct from 'suppressed'
    union all
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, i.object_type, i.object_id,
        1::double precision as contribution, i.reopened_at as at
    from plumbline.pod_metrics m
    join plumbline.items i
        on i.org = m.org and i.pod = m.pod and i.reopened_at >= m.window_start and i.reopened_at < m.window_end
        and (i.done_at is null or i.done_at < m.window_start or i.done_at >= m.window_end)
    where m.metric = 'reopen_rate' and (m.split = 'all' or i.owner_kind = m.split)
        and m.null_reason is distinct from 'suppressed'
), in_progress as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, i.object_type, i.object_id,
        case m.metric when 'wip' then 1 else extract(epoch from m.window_end - i.first_active_at) end
            ::double precision as contribution,
        i.first_active_at as at
    from plumbline.pod_metrics m
    join plumbline.items i
        on i.org = m.org and i.pod = m.pod and i.first_active_at < m.window_end
        and coalesce(i.done_at, i.cancelled_at, 'infinity') >= m.window_end and i.state not in ('backlog', 'todo')
    where m.metric in ('wip', 'wip_age') and (m.split = 'all' or i.owner_kind = m.split)
        and m.null_reason is distinct from 'suppressed'
), deployed as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, i.object_type, i.object_id,
        extract(epoch from i.deployed_at
            - case m.metric when 'deploy_time' then i.merged_at else least(i.first_commit_at, i.created_at) end)
            ::double precision as contribution,
        i.deployed_at as at
    from plumbline.pod_metrics m
    join plumbline.items i
        on i.org = m.org and i.pod = m.pod and i.deployed_at >= m.window_start and i.deployed_at < m.window_end
    where m.metric in ('deploy_time', 'change_lead_time') and (m.split = 'all' or i.author_kind = m.split)
        and m.null_reason is distinct from 'suppressed'
), handed as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, h.object_type, h.object_id,
        case m.metric
            when 'handoff_latency' then h.effective_s
            when 'pull_share' then case h.mode when 'pull' then 1 else 0 end
            when 'open_handoffs' then 1
            else extract(epoch from m.window_end - h.opened_at)
        end::double precision as contribution,
        coalesce(h.ended_at, h.opened_at) as at
    from plumbline.pod_metrics m
    join plumbline.handoffs h on h.org = m.org and h.to_pod = m.pod
    where (m.split = 'all' or h.to_kind = m.split) and m.null_reason is distinct from 'suppressed'
        and case m.metric
            when 'handoff_latency' then h.mode = 'push' and h.outcome = 'picked_up'
                and h.ended_at >= m.window_start and h.ended_at < m.window_end
            when 'pull_share' then h.ended_at >= m.window_start and h.ended_at < m.window_end
            when 'open_handoffs' then h.opened_at < m.window_end and coalesce(h.ended_at, 'infinity') >= m.window_end
            when 'open_handoff_age' then h.opened_at < m.window_end and coalesce(h.ended_at, 'infinity') >= m.window_end
            else false
        end
), stalled as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, s.object_type, s.object_id,
        case m.metric
            when 'stall_rate' then 1
            else extract(epoch from least(coalesce(s.ended_at, 'infinity'), m.window_end)
                - greatest(s.detected_at, m.window_start)) / 3600
        end::double precision as contribution,
        s.detected_at as at
    from plumbline.pod_metrics m
    join plumbline.stalls s
        on s.org = m.org and s.pod = m.pod and s.detected_at < m.window_end
        and coalesce(s.ended_at, 'infinity') >= m.window_start
    where m.metric in ('stall_rate', 'stalled_hours') and (m.split = 'all' or s.owner_kind = m.split)
        and m.null_reason is distinct from 'suppressed'
), doubted as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, f.object_type, f.object_id,
        0::double precision as contribution, f.opened_at as at
    from plumbline.pod_metrics m
    join plumbline.findings f
        on f.org = m.org and f.pod = m.pod and f.opened_at >= m.window_start and f.opened_at < m.window_end
        and f.kind = 'unverified_done'
    where m.metric = 'verified_share' and m.split = 'all'
), strayed as (
    select m.org, m.pod, m.metric, m.split, m.grain, m.window_start, f.object_type, f.object_id,
        1::double precision as contribution, f.opened_at as at
    from plumbline.pod_metrics m
    join plumbline.findings f
        on f.org = m.org and f.pod = m.pod and f.opened_at >= m.window_start and f.opened_at < m.window_end
        and f.kind = 'orphan_work' and f.object_type = 'commit'
    where m.metric = 'unlinked_share' and m.split = 'all'
), drifted as (
    -- The items a drift signal names, with the handoff or the time that speaks loudest where there is one.
    select d.org, d.pod, d.metric, d.split, d.onset_at as window_start, d.signal_id,
        split_part(n.item, ':', 1) as object_type, substr(n.item, strpos(n.item, ':') + 1) as object_id
    from plumbline.drift_signals d
    cross join lateral unnest(d.items) as n (item)
), named as (
    select n.org, n.pod, n.metric, n.split, 'signal'::text as grain, n.window_start, n.object_type, n.object_id,
        case n.metric
            when 'handoff_latency' then h.effective_s
            when 'cycle_time' then
                case when i.owner_kind in ('agent', 'service') then i.cycle_elapsed_s else i.cycle_working_s end
            when 'pickup_time' then i.pickup_s
            when 'rework_rate' then case when i.moved_back > 0 then 1 else 0 end
        end::double precision as contribution,
        case n.metric
            when 'handoff_latency' then coalesce(h.ended_at, h.opened_at)
            else coalesce(i.done_at, i.first_active_at)
        end as at,
        n.signal_id
    from drifted n
    left join plumbline.items i on i.org = n.org and i.object_type = n.object_type and i.object_id = n.object_id
    left join lateral (
        select h.effective_s, h.opened_at, h.ended_at
        from plumbline.handoffs h
        where n.metric = 'handoff_latency' and h.org = n.org and h.to_pod = n.pod
            and h.object_type = n.object_type and h.object_id = n.object_id
            and h.mode = 'push' and h.outcome in ('picked_up', 'open') and (n.split = 'all' or h.to_kind = n.split)
            and coalesce(h.ended_at, 'infinity') >= n.window_start
        order by h.effective_s desc nulls first, h.handoff_id
        limit 1) h on true
)
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from finished
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from in_progress
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from went_back
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from deployed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from handed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from stalled
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from doubted
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, null::text as signal_id from strayed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at, signal_id from named;

comment on view plumbline.v_signal_evidence is 'What is behind a row of pod_metrics, and behind a drift signal. Grain: metric row and episode, of a drift signal (grain signal, window_start its onset) the item. Read from the tables as they are now, while the row tells what was known when its window closed: what was sent back to todo, handed to another pod or linked since is no longer found, or found elsewhere, and of what moved back several times the last time counts. Count only, no row: commits that name a work item, those that name none where no finding tells of them, production deployments and the incidents that name them, plans and what was put into them, reverts, items and sessions that were watched and did not stall, and claims that were verified; the store has no table of these. Activity is never told below the pod, and a suppressed row has no evidence.';
comment on column plumbline.v_signal_evidence.signal_id is 'Drift signal that names the item. NULL: of a row of pod_metrics.';
comment on column plumbline.v_signal_evidence.grain is 'day, week, or signal for the items of a drift signal.';
comment on column plumbline.v_signal_evidence.window_start is 'Start of the window; of a drift signal its onset.';
comment on column plumbline.v_signal_evidence.contribution is 'What it contributes: its duration in the unit of the metric, 1 or 0 for a share or a count. Ages of open work and hours of stalls are by the clock on the wall here. Of rework_rate, reopen_rate and agent_rework_rate 1 where it went back in the window, of stall_rate 1 for each stall, of unlinked_share 1 for what names no work item. Of coordination_cost the seconds waited; of plan_divergence and unplanned_share 1 for each work item finished; of verified_share 0 for each claim whose grace ran out; those verified, and those contradicted before, are not listed. Of a drift signal the longest latency of the item since the onset, its time, or 1 where it came back. NULL: it is open still.';

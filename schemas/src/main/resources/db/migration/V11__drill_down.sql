-- When an item went back, a row for every metric that a window ought to have, and what is behind a figure.

alter table plumbline.items
    add column moved_back_at timestamptz,
    add column reopened_at   timestamptz;
create index items_by_return on plumbline.items (org, pod, moved_back_at);
create index items_by_reopening on plumbline.items (org, pod, reopened_at);

comment on column plumbline.items.moved_back_at is 'When the item last moved back: out of done or cancelled, or from review to active. NULL: it never did, or written before version 11.';
comment on column plumbline.items.reopened_at is 'When the item last left done within 14 days of entering it. NULL: it never did, or written before version 11.';
comment on column plumbline.pod_metrics.null_reason is 'Why a figure is missing: no_data, too_few, censored or suppressed. NULL: nothing is missing. source_not_connected stands in no row here, as a metric of which a pod never heard has no row: v_pod_metrics and v_why_null say it.';

create view plumbline.v_pod_metrics as
with quiet as (
    -- Of a window in which nothing happened pod_metrics holds the gauges only.
    select
        g.org, g.pod, m.metric, g.split, g.grain, g.window_start, g.window_end, g.completeness, 0::bigint as n,
        case
            when m.metric = 'handoff_latency' and g.null_reason is not null then g.null_reason
            when m.metric = 'handoff_latency' and g.value > 0 then 'censored'
            else 'no_data'
        end as null_reason
    from plumbline.pod_metrics g
    cross join unnest(array[
        'handoff_latency', 'pull_share', 'bounce_rate', 'ping_pong_rate', 'cycle_time', 'lead_time', 'flow_efficiency',
        'rework_rate', 'reopen_rate', 'handoffs_per_item', 'actors_per_item', 'coordination_cost']) as m (metric)
    where g.metric = 'open_handoffs' and not exists (
        select from plumbline.pod_metrics t
        where t.org = g.org and t.pod = g.pod and t.metric = 'throughput' and t.split = g.split
            and t.grain = g.grain and t.window_start = g.window_start)
), absent as (
    -- The other metrics have rows only where something of their kind happened.
    select
        g.org, g.pod, m.metric, g.split, g.grain, g.window_start, g.window_end,
        -- What rests on evidence is no more complete than the least complete row of the window.
        case
            when m.metric in (
                'deploy_time', 'change_lead_time', 'verified_share', 'deployment_frequency', 'change_failure_rate',
                'recovery_time', 'deployment_rework_rate')
            then (
                select min(t.completeness) from plumbline.pod_metrics t
                where t.org = g.org and t.pod = g.pod and t.grain = g.grain and t.window_start = g.window_start)
            else g.completeness
        end as completeness,
        0::bigint as n,
        case
            when exists (
                select from plumbline.pod_metrics t
                where t.org = g.org and t.pod = g.pod and t.metric = m.metric and t.grain = g.grain
                    and t.window_start <= g.window_start)
            then 'no_data'
            else 'source_not_connected'
        end as null_reason
    from plumbline.pod_metrics g
    cross join (
        select unnest(array[
            'pickup_time', 'review_time', 'review_wait_reviewers', 'review_wait_author', 'rework_time', 'merge_delay',
            'unlinked_share', 'deploy_time', 'change_lead_time', 'stall_rate', 'stalled_hours', 'verified_share']), true
        union all
        select unnest(array[
            'agent_share', 'agent_unreviewed_share', 'agent_rework_rate', 'deployment_frequency', 'change_failure_rate',
            'recovery_time', 'deployment_rework_rate', 'plan_divergence', 'unplanned_share', 'active_share',
            'participation_balance']), false
    ) as m (metric, is_split)
    where g.metric = 'open_handoffs' and (m.is_split or g.split = 'all') and not exists (
        select from plumbline.pod_metrics t
        where t.org = g.org and t.pod = g.pod and t.metric = m.metric and t.split = g.split
            and t.grain = g.grain and t.window_start = g.window_start)
)
select
    org, pod, metric, split, grain, window_start, window_end, n, value, p50, p75, p90, p95, null_reason, completeness
from plumbline.pod_metrics
union all
select
    org, pod, metric, split, grain, window_start, window_end, n, null, null, null, null, null, null_reason,
    completeness
from quiet
union all
select
    org, pod, metric, split, grain, window_start, window_end, n, null, null, null, null, null, null_reason,
    completeness
from absent;

comment on view plumbline.v_pod_metrics is 'pod_metrics with a row for every metric, those left out included: each is missing with its reason, never 0. Grain: pod, metric, split and window in which the pod had items or handoffs. Of a window in which nothing happened throughput, which is 0 then, has no row.';
comment on column plumbline.v_pod_metrics.org is 'Organisation (tenant).';
comment on column plumbline.v_pod_metrics.pod is 'Pod, or unassigned.';
comment on column plumbline.v_pod_metrics.metric is 'Name of the metric, as in the data dictionary.';
comment on column plumbline.v_pod_metrics.split is 'Whose work it is: all, human or agent.';
comment on column plumbline.v_pod_metrics.grain is 'day or week (ISO, from Monday).';
comment on column plumbline.v_pod_metrics.window_start is 'Start of the window, included.';
comment on column plumbline.v_pod_metrics.window_end is 'End of the window, not included.';
comment on column plumbline.v_pod_metrics.n is 'Episodes behind the figures, count; 0 where there were none. NULL: suppressed.';
comment on column plumbline.v_pod_metrics.value is 'Mean of a duration, a count or a ratio, in the unit of the metric. NULL: see null_reason.';
comment on column plumbline.v_pod_metrics.p50 is 'Median of the episodes. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.v_pod_metrics.p75 is '75th percentile of the episodes. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.v_pod_metrics.p90 is '90th percentile of the episodes. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.v_pod_metrics.p95 is '95th percentile of the episodes. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.v_pod_metrics.null_reason is 'Why a figure is missing: no_data, too_few, censored, suppressed or source_not_connected (nothing of the kind was ever heard of the pod up to this window). NULL: nothing is missing.';
comment on column plumbline.v_pod_metrics.completeness is 'Share of the connected sources that were heard in the window, 0 to 1. Of a metric without a row that rests on evidence, the least of the window.';

grant select on plumbline.v_pod_metrics to plumbline_reader, plumbline_writer;

create or replace view plumbline.v_why_null as
select
    org,
    pod,
    metric,
    split,
    grain,
    window_start,
    window_end,
    n,
    null_reason,
    array_remove(array[
        case when value is null then 'value' end,
        case when p50 is null and has_quantiles then 'p50' end,
        case when p75 is null and has_quantiles then 'p75' end,
        case when p90 is null and has_quantiles then 'p90' end,
        case when p95 is null and has_quantiles then 'p95' end], null) as missing,
    plumbline.why_null(null_reason, n) as why
from plumbline.v_pod_metrics
cross join lateral (select plumbline.has_quantiles(metric) as has_quantiles) q
where null_reason is not null;

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
)
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from finished
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from in_progress
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from went_back
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from deployed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from handed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from stalled
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from doubted
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from strayed;


comment on view plumbline.v_signal_evidence is 'What is behind a row of pod_metrics. Grain: metric row and episode. Read from the tables as they are now, while the row tells what was known when its window closed: what was sent back to todo, handed to another pod or linked since is no longer found, or found elsewhere, and of what moved back several times the last time counts. Count only, no row: commits that name a work item, those that name none where no finding tells of them, production deployments and the incidents that name them, plans and what was put into them, reverts, items and sessions that were watched and did not stall, and claims that were verified; the store has no table of these. Activity is never told below the pod, and a suppressed row has no evidence.';
comment on column plumbline.v_signal_evidence.object_type is 'work_item or change; of a stall also agent_session, of a finding also commit.';
comment on column plumbline.v_signal_evidence.contribution is 'What it contributes: its duration in the unit of the metric, 1 or 0 for a share or a count. Ages of open work and hours of stalls are by the clock on the wall here. Of rework_rate, reopen_rate and agent_rework_rate 1 where it went back in the window, of stall_rate 1 for each stall, of unlinked_share 1 for what names no work item. Of coordination_cost the seconds waited; of plan_divergence and unplanned_share 1 for each work item finished; of verified_share 0 for each claim whose grace ran out; those verified, and those contradicted before, are not listed.';
comment on column plumbline.v_signal_evidence.at is 'When: end of the item or handoff, its going back, start of what is open, detection of a stall, opening of a finding.';

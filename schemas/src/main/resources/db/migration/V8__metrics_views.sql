-- The phases of changes on items, and the views that tell of all metrics.

alter table plumbline.items
    add column ready_at                timestamptz,
    add column first_response_at       timestamptz,
    add column approved_at             timestamptz,
    add column merged_at               timestamptz,
    add column deployed_at             timestamptz,
    add column first_commit_at         timestamptz,
    add column pickup_s                bigint,
    add column review_wait_reviewers_s bigint,
    add column review_wait_author_s    bigint,
    add column rework_s                bigint,
    add column merge_delay_s           bigint,
    add column waited_s                bigint not null default 0,
    add column author_kind             text collate "C",
    add column reviewed_by_human       boolean,
    add column linked                  boolean,
    add column epic                    text collate "C";
create index items_by_end on plumbline.items (org, pod, done_at);

comment on column plumbline.items.ready_at is 'When the change first asked for review. NULL: it never did, its opening was not seen, or it is a work item.';
comment on column plumbline.items.first_response_at is 'First review, comment or merge by somebody else than the author, services left out. NULL: none yet, or ready_at is.';
comment on column plumbline.items.approved_at is 'First approval by somebody else that was not dismissed. NULL: none.';
comment on column plumbline.items.merged_at is 'When the change was merged. NULL: it is not, it was reopened since, its opening was not seen, or it is a work item.';
comment on column plumbline.items.deployed_at is 'First successful production deployment of the change after its merge. NULL: none is known.';
comment on column plumbline.items.first_commit_at is 'First commit of the change seen. NULL: none was, or it is a work item.';
comment on column plumbline.items.pickup_s is 'Seconds of working time from ready_at to first_response_at, time as a draft left out. NULL: nobody responded.';
comment on column plumbline.items.review_wait_reviewers_s is 'Seconds of working time from first response to approval in which reviewers had the ball. NULL: not approved.';
comment on column plumbline.items.review_wait_author_s is 'Seconds from first response to approval in which the author had the ball, effective. NULL: not approved.';
comment on column plumbline.items.rework_s is 'Seconds the author had the ball after changes were requested, up to the merge, effective. NULL: nobody requested changes.';
comment on column plumbline.items.merge_delay_s is 'Seconds from approval to merge, effective. NULL: not approved.';
comment on column plumbline.items.waited_s is 'Seconds the item waited to be picked up and, a change, for its reviewers, effective: what coordination_cost sums.';
comment on column plumbline.items.author_kind is 'Who opened the change: human, agent, service or unknown. NULL: not seen, or it is a work item.';
comment on column plumbline.items.reviewed_by_human is 'Whether a person who is not the author reviewed the change. NULL: it is a work item.';
comment on column plumbline.items.linked is 'Whether the change names a work item. NULL: it is a work item.';
comment on column plumbline.items.epic is 'What the item is a part of, as the tool says. NULL: the tool does not say.';

create or replace function plumbline.has_quantiles(metric text) returns boolean
    language sql immutable
    return metric in (
        'handoff_latency', 'open_handoff_age', 'cycle_time', 'lead_time', 'wip_age', 'pickup_time', 'review_time',
        'review_wait_reviewers', 'review_wait_author', 'rework_time', 'merge_delay', 'deploy_time', 'change_lead_time',
        'recovery_time');

create or replace function plumbline.why_null(null_reason text, n bigint) returns text
    language sql immutable
    return case null_reason
        when 'no_data' then 'Nothing of the kind ended or was open in this window.'
        when 'too_few' then format('Too few people or episodes in this window for the missing figures (counted: %s).', n)
        when 'censored' then format('What is still open, or ended without what is waited for, keeps the missing figures from being known (ended well: %s).', n)
        when 'suppressed' then 'Fewer than two people contributed, so the figures would tell of one person.'
        when 'source_not_connected' then 'Nothing of the kind was heard of this pod up to this window: no source that could tell it is connected.'
        else format('The missing figures were left out with the reason %s.', null_reason)
    end;

create or replace view plumbline.v_why_null as
with told as (
    select org, pod, metric, split, grain, window_start, window_end, n, value, p50, p75, p90, p95, null_reason
    from plumbline.pod_metrics
    where null_reason is not null
), quiet as (
    -- Of a window in which nothing happened pod_metrics holds the gauges only.
    select
        g.org, g.pod, m.metric, g.split, g.grain, g.window_start, g.window_end, 0::bigint as n,
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
        g.org, g.pod, m.metric, g.split, g.grain, g.window_start, g.window_end, 0::bigint as n,
        case
            when exists (
                select from plumbline.pod_metrics t
                where t.org = g.org and t.pod = g.pod and t.metric = m.metric and t.window_start <= g.window_start)
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
), either as (
    select * from told
    union all
    select org, pod, metric, split, grain, window_start, window_end, n, null, null, null, null, null, null_reason
    from quiet
    union all
    select org, pod, metric, split, grain, window_start, window_end, n, null, null, null, null, null, null_reason
    from absent
)
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
from either
cross join lateral (select plumbline.has_quantiles(metric) as has_quantiles) q;

create or replace view plumbline.v_pod_today as
with latest as (
    select org, pod, max(window_start) as window_start
    from plumbline.pod_metrics
    where grain = 'day'
    group by org, pod
), clock as (
    select o.org, plumbline.as_of(o.org) as as_of from (select distinct org from latest) o
), days as (
    -- In a day in which nothing happened pod_metrics holds the gauges only: what is counted there is 0.
    select
        m.org,
        m.pod,
        m.split,
        m.window_start,
        max(m.window_end) as window_end,
        case when bool_or(m.metric = 'throughput') then null else 0 end as none_if_quiet,
        max(m.value) filter (where m.metric = 'wip') as wip,
        max(m.p50) filter (where m.metric = 'wip_age') as wip_age_p50_s,
        max(m.p90) filter (where m.metric = 'wip_age') as wip_age_p90_s,
        max(m.value) filter (where m.metric = 'open_handoffs') as open_handoffs,
        max(m.p50) filter (where m.metric = 'open_handoff_age') as open_handoff_age_p50_s,
        max(m.p90) filter (where m.metric = 'open_handoff_age') as open_handoff_age_p90_s,
        max(m.n) filter (where m.metric = 'handoff_latency') as handoff_latency_n,
        max(m.p50) filter (where m.metric = 'handoff_latency') as handoff_latency_p50_s,
        max(m.p90) filter (where m.metric = 'handoff_latency') as handoff_latency_p90_s,
        max(m.value) filter (where m.metric = 'throughput') as throughput,
        max(m.p50) filter (where m.metric = 'cycle_time') as cycle_time_p50_s,
        max(m.p90) filter (where m.metric = 'cycle_time') as cycle_time_p90_s,
        max(m.value) filter (where m.metric = 'pull_share') as pull_share,
        max(m.value) filter (where m.metric = 'bounce_rate') as bounce_rate,
        max(m.value) filter (where m.metric = 'flow_efficiency') as flow_efficiency,
        max(m.value) filter (where m.metric = 'rework_rate') as rework_rate,
        max(m.value) filter (where m.metric = 'coordination_cost') as coordination_cost,
        max(m.p50) filter (where m.metric = 'pickup_time') as pickup_time_p50_s,
        max(m.p50) filter (where m.metric = 'review_time') as review_time_p50_s,
        max(m.p50) filter (where m.metric = 'merge_delay') as merge_delay_p50_s,
        max(m.value) filter (where m.metric = 'stall_rate') as stall_rate,
        max(m.value) filter (where m.metric = 'stalled_hours') as stalled_hours,
        max(m.value) filter (where m.metric = 'verified_share') as verified_share,
        max(m.value) filter (where m.metric = 'unlinked_share') as unlinked_share,
        max(m.value) filter (where m.metric = 'agent_share') as agent_share,
        max(m.value) filter (where m.metric = 'active_share') as active_share,
        max(m.value) filter (where m.metric = 'unplanned_share') as unplanned_share,
        max(m.value) filter (where m.metric = 'deployment_frequency') as deployments,
        max(m.value) filter (where m.metric = 'change_failure_rate') as change_failure_rate,
        min(m.completeness) as completeness
    from plumbline.pod_metrics m
    join latest l on l.org = m.org and l.pod = m.pod and l.window_start = m.window_start
    where m.grain = 'day'
    group by m.org, m.pod, m.split, m.window_start
)
select
    d.org,
    d.pod,
    d.split,
    d.window_start,
    d.window_end,
    c.as_of,
    c.as_of between d.window_start and d.window_end as is_current,
    d.wip,
    d.wip_age_p50_s,
    d.wip_age_p90_s,
    d.open_handoffs,
    d.open_handoff_age_p50_s,
    d.open_handoff_age_p90_s,
    coalesce(d.handoff_latency_n, d.none_if_quiet) as handoff_latency_n,
    d.handoff_latency_p50_s,
    d.handoff_latency_p90_s,
    coalesce(d.throughput, d.none_if_quiet) as throughput,
    d.cycle_time_p50_s,
    d.cycle_time_p90_s,
    d.pull_share,
    d.bounce_rate,
    d.flow_efficiency,
    d.rework_rate,
    w.null_reasons,
    d.completeness,
    d.coordination_cost,
    d.pickup_time_p50_s,
    d.review_time_p50_s,
    d.merge_delay_p50_s,
    d.stall_rate,
    d.stalled_hours,
    d.verified_share,
    d.unlinked_share,
    d.agent_share,
    d.active_share,
    d.unplanned_share,
    d.deployments,
    d.change_failure_rate
from days d
join clock c on c.org = d.org
cross join lateral (
    select jsonb_object_agg(y.metric, y.null_reason) as null_reasons
    from plumbline.v_why_null y
    where y.org = d.org and y.pod = d.pod and y.split = d.split and y.grain = 'day' and y.window_start = d.window_start
        and y.null_reason <> 'source_not_connected'
) w;

comment on column plumbline.v_pod_today.null_reasons is 'Name of each metric of which a figure is missing, and its reason as a stable word; one of which nothing was ever heard is not named. NULL: nothing is missing.';
comment on column plumbline.v_pod_today.coordination_cost is 'Waiting by cycle time of the items finished. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.pickup_time_p50_s is 'Median time from ready to first response of the changes merged, seconds, effective. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.review_time_p50_s is 'Median time from first response to approval of the changes merged, seconds, effective. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.merge_delay_p50_s is 'Median time from approval to merge of the changes merged, seconds, effective. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.stall_rate is 'Share of the items watched that stalled, 0 to 1. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.stalled_hours is 'Hours beyond the threshold that stalls lasted on the day, effective. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.verified_share is 'Share of the claims judged that were verified, 0 to 1. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.unlinked_share is 'Share of the commits and merged changes that name no work item, 0 to 1. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.agent_share is 'Share of the changes merged that agents opened, 0 to 1. Split all only. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.active_share is 'Share of the people present who worked, 0 to 1. Split all only. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.unplanned_share is 'Share of the work items finished that were created after the plan started, 0 to 1. Split all only. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.deployments is 'Successful production deployments, count. Split all only. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';
comment on column plumbline.v_pod_today.change_failure_rate is 'Share of the production deployments that failed, 0 to 1. Split all only. NULL: see null_reasons, or nothing of the kind was ever heard of the pod.';

create view plumbline.v_signal_evidence as
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
        ('rework_rate', i.owner_kind, case when i.moved_back > 0 then 1 else 0 end),
        ('reopen_rate', i.owner_kind, case when i.reopens > 0 then 1 else 0 end),
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
            case when i.author_kind = 'agent' then case when i.moved_back > 0 then 1 else 0 end end)
    ) as c (metric, kind, contribution)
    where c.metric = m.metric and (m.split = 'all' or c.kind = m.split) and c.contribution is not null
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
)
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from finished
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from in_progress
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from deployed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from handed
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from stalled
union all
select org, pod, metric, split, grain, window_start, object_type, object_id, contribution, at from doubted;

comment on view plumbline.v_signal_evidence is 'What is behind a row of pod_metrics. Grain: metric row and episode. Read from the tables as they are now, while the row tells what was known when its window closed: what was reopened, sent back to todo, handed to another pod or linked since is no longer found, or found elsewhere. Of rework_rate and reopen_rate the items done now are listed, with 1 where they ever moved back or were reopened: no table tells when that was, so what is open again is missing. Commits, deployments, plans and watches have no table, so their share of a metric is not listed; activity is never told below the pod, and a suppressed row has no evidence.';
comment on column plumbline.v_signal_evidence.org is 'Organisation (tenant).';
comment on column plumbline.v_signal_evidence.pod is 'Pod of the metric row.';
comment on column plumbline.v_signal_evidence.metric is 'Name of the metric.';
comment on column plumbline.v_signal_evidence.split is 'all, human or agent.';
comment on column plumbline.v_signal_evidence.grain is 'day or week.';
comment on column plumbline.v_signal_evidence.window_start is 'Start of the window of the metric row, included.';
comment on column plumbline.v_signal_evidence.object_type is 'work_item or change; of a finding also what else it speaks of.';
comment on column plumbline.v_signal_evidence.object_id is 'Id of the object in its tool. Of a handoff or a stall the item it is on; an item with several is listed once for each.';
comment on column plumbline.v_signal_evidence.contribution is 'What it contributes: its duration in the unit of the metric, 1 or 0 for a share or a count. Ages of open work and hours of stalls are by the clock on the wall here. Of coordination_cost the seconds waited; of plan_divergence and unplanned_share 1 for each work item finished; of verified_share 0 for each claim whose grace ran out; those verified, and those contradicted before, are not listed.';
comment on column plumbline.v_signal_evidence.at is 'When: end of the item or handoff, start of what is open, detection of a stall, opening of a finding.';

grant select on plumbline.v_signal_evidence to plumbline_reader, plumbline_writer;

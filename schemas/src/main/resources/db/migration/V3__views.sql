-- The questions people ask. No view tells of one person: pods, kinds of actors and items only.

create function plumbline.as_of(wanted_org text) returns timestamptz
    language sql stable
    return coalesce(
        (select r.until_time
         from plumbline.runs r
         where (r.org = wanted_org or wanted_org = any (r.orgs))
             and (r.status = 'finished' or (r.status = 'running' and r.until_time is null))
         order by r.run_id desc
         limit 1),
        now());
comment on function plumbline.as_of(text) is 'Instant the figures of an organisation speak of: how far its last run went, or now for a live one. A bounded run counts once it has finished.';

create function plumbline.why_null(null_reason text, n bigint) returns text
    language sql immutable
    return case null_reason
        when 'no_data' then 'Nothing of the kind ended or was open in this window.'
        when 'too_few' then format('Only %s episodes in this window: too few for the missing figures.', n)
        when 'censored' then format('Handoffs that are still open, or that ended without a pickup, keep the missing figures from being known (picked up: %s).', n)
        when 'suppressed' then 'Fewer than two people contributed, so the figures would tell of one person.'
        when 'source_not_connected' then 'No source that could tell this is connected.'
        else format('The missing figures were left out with the reason %s.', null_reason)
    end;
comment on function plumbline.why_null(text, bigint) is 'The sentence for a null_reason and the number of episodes.';

create function plumbline.has_quantiles(metric text) returns boolean
    language sql immutable
    return metric in ('handoff_latency', 'open_handoff_age', 'cycle_time', 'lead_time', 'wip_age');
comment on function plumbline.has_quantiles(text) is 'Whether a metric fills p50 to p95: the durations do.';

create view plumbline.v_handover_of_work as
with grouped as (
    select
        org,
        coalesce(from_pod, 'unassigned') as from_pod,
        coalesce(to_pod, 'unassigned') as to_pod,
        coalesce(from_kind, 'unknown') as from_kind,
        coalesce(to_kind, 'unknown') as to_kind,
        kind,
        count(*) as n,
        count(distinct coalesce(to_account, picked_up_by)) as receivers,
        count(*) filter (where mode = 'pull') as pulled,
        count(*) filter (where outcome = 'picked_up') as picked_up,
        count(*) filter (where outcome = 'bounced') as bounced,
        count(*) filter (where outcome = 'abandoned') as abandoned,
        count(*) filter (where outcome = 'open') as still_open
    from plumbline.handoffs
    group by 1, 2, 3, 4, 5, 6
), latencies as (
    select
        org,
        coalesce(from_pod, 'unassigned') as from_pod,
        coalesce(to_pod, 'unassigned') as to_pod,
        coalesce(from_kind, 'unknown') as from_kind,
        coalesce(to_kind, 'unknown') as to_kind,
        kind,
        count(*) as n,
        count(distinct coalesce(to_account, picked_up_by)) as receivers,
        avg(effective_s)::double precision as mean_s,
        percentile_cont(0.5) within group (order by effective_s) as median_s,
        percentile_cont(0.9) within group (order by effective_s) as p90_s,
        percentile_cont(0.5) within group (order by elapsed_s) as median_elapsed_s
    from plumbline.handoffs
    where mode = 'push' and outcome = 'picked_up'
    group by 1, 2, 3, 4, 5, 6
), judged as (
    select
        g.*,
        coalesce(l.n, 0) as latency_n,
        l.mean_s,
        l.median_s,
        l.p90_s,
        l.median_elapsed_s,
        to_kind <> 'human' or g.receivers >= 2 as counts_told,
        to_kind <> 'human' or l.receivers >= 2 as latencies_told
    from grouped g
    left join latencies l using (org, from_pod, to_pod, from_kind, to_kind, kind)
)
select
    org,
    from_pod,
    to_pod,
    from_pod <> to_pod as crosses_pods,
    from_kind,
    to_kind,
    kind,
    case when counts_told then n end as n,
    case when counts_told then pulled end as pulled,
    case when counts_told then picked_up end as picked_up,
    case when counts_told then still_open end as still_open,
    case when counts_told then n - picked_up - still_open end as ended_without_pickup,
    case when counts_told then bounced::double precision / nullif(n - still_open, 0) end as bounced_share,
    case when counts_told then abandoned::double precision / nullif(n - still_open, 0) end as abandoned_share,
    case when counts_told then latency_n end as latency_n,
    case when latencies_told then mean_s end as mean_effective_s,
    case when latencies_told then median_s end as median_effective_s,
    case when latencies_told then p90_s end as p90_effective_s,
    case when latencies_told then median_elapsed_s end as median_elapsed_s,
    case
        when not counts_told then 'suppressed'
        when latency_n = 0 then 'no_data'
        when not latencies_told then 'suppressed'
    end as null_reason
from judged;

comment on view plumbline.v_handover_of_work is 'Which pod hands work to which, between which kinds of actors, and how long it then lies. Grain: pair of pods, pair of kinds, kind of handoff.';
comment on column plumbline.v_handover_of_work.org is 'Organisation (tenant).';
comment on column plumbline.v_handover_of_work.from_pod is 'Pod the work came from; unassigned where it is not known.';
comment on column plumbline.v_handover_of_work.to_pod is 'Pod the work went to; unassigned where it is not known.';
comment on column plumbline.v_handover_of_work.crosses_pods is 'Whether the two pods differ.';
comment on column plumbline.v_handover_of_work.from_kind is 'Kind of who had the work: human, agent, service or unknown.';
comment on column plumbline.v_handover_of_work.to_kind is 'Kind of who received it: human, agent, service or unknown. What anybody may pick up is unknown until somebody does, so those that wait stand in a row of their own.';
comment on column plumbline.v_handover_of_work.kind is 'dispatch, reassignment, delegation, review or return.';
comment on column plumbline.v_handover_of_work.n is 'Handoffs, count. NULL, as all figures of the row: they went to fewer than two people (suppressed).';
comment on column plumbline.v_handover_of_work.pulled is 'Handoffs the receiver took without waiting, count.';
comment on column plumbline.v_handover_of_work.picked_up is 'Handoffs picked up, pulled ones among them, count.';
comment on column plumbline.v_handover_of_work.still_open is 'Handoffs that still wait, count: in no latency.';
comment on column plumbline.v_handover_of_work.ended_without_pickup is 'Handoffs that moved on, were done by another or whose item ended, before pickup, count: in no latency.';
comment on column plumbline.v_handover_of_work.bounced_share is 'Share of the handoffs ended that moved on before pickup, 0 to 1. NULL: none has ended, or suppressed.';
comment on column plumbline.v_handover_of_work.abandoned_share is 'Share of the handoffs ended whose item ended before pickup, 0 to 1. NULL: none has ended, or suppressed.';
comment on column plumbline.v_handover_of_work.latency_n is 'Handoffs pushed and picked up, count: what the latencies are made of.';
comment on column plumbline.v_handover_of_work.mean_effective_s is 'Mean latency of those picked up, seconds, effective. What still waits or ended without pickup is not in it, so that it is too short where there is much of that; handoff_latency in pod_metrics estimates with it. NULL: see null_reason.';
comment on column plumbline.v_handover_of_work.median_effective_s is 'Median latency of those picked up, seconds, effective. NULL: see null_reason.';
comment on column plumbline.v_handover_of_work.p90_effective_s is '90th percentile of the latency of those picked up, seconds, effective. NULL: see null_reason.';
comment on column plumbline.v_handover_of_work.median_elapsed_s is 'Median latency of those picked up, seconds, by the clock on the wall. NULL: see null_reason.';
comment on column plumbline.v_handover_of_work.null_reason is 'Why the latencies are missing: no_data, or suppressed (fewer than two people received, or picked up). NULL: they are there.';

create view plumbline.v_open_handoffs as
with clock as (
    select o.org, plumbline.as_of(o.org) as as_of
    from (select distinct org from plumbline.handoffs where outcome = 'open') o
)
select
    h.org,
    h.handoff_id,
    h.object_type,
    h.object_id,
    i.container,
    i.work_type,
    i.state,
    h.kind,
    h.from_pod,
    h.to_pod,
    h.from_kind,
    h.to_kind,
    h.to_group,
    h.opened_at,
    c.as_of,
    greatest(0, extract(epoch from c.as_of - h.opened_at))::bigint as age_s
from plumbline.handoffs h
join clock c on c.org = h.org
left join plumbline.items i
    on i.org = h.org and i.object_type = h.object_type and i.object_id = h.object_id
where h.outcome = 'open'
order by h.opened_at, h.org, h.handoff_id;

comment on view plumbline.v_open_handoffs is 'What waits to be picked up, the oldest first. Grain: open handoff. A lower bound of its latency is its age.';
comment on column plumbline.v_open_handoffs.org is 'Organisation (tenant).';
comment on column plumbline.v_open_handoffs.handoff_id is 'Id of the handoff.';
comment on column plumbline.v_open_handoffs.object_type is 'work_item or change.';
comment on column plumbline.v_open_handoffs.object_id is 'Id of the item in its tool.';
comment on column plumbline.v_open_handoffs.container is 'Project, repository or queue of the item. NULL: not known.';
comment on column plumbline.v_open_handoffs.work_type is 'Type of work, as the tool says. NULL: it does not say.';
comment on column plumbline.v_open_handoffs.state is 'State category of the item now. NULL: not known.';
comment on column plumbline.v_open_handoffs.kind is 'dispatch, reassignment, delegation, review or return.';
comment on column plumbline.v_open_handoffs.from_pod is 'Pod the work came from; unassigned where it is not known.';
comment on column plumbline.v_open_handoffs.to_pod is 'Pod that has to pick it up; unassigned where it is not known.';
comment on column plumbline.v_open_handoffs.from_kind is 'Kind of who had the work. NULL: not known.';
comment on column plumbline.v_open_handoffs.to_kind is 'Kind of who has to pick it up. NULL: not known.';
comment on column plumbline.v_open_handoffs.to_group is 'Group it was given to. NULL: it was given to somebody, or anybody may take it.';
comment on column plumbline.v_open_handoffs.opened_at is 'When the handoff opened.';
comment on column plumbline.v_open_handoffs.as_of is 'Instant the age speaks of: how far the last run went, or now for a live one.';
comment on column plumbline.v_open_handoffs.age_s is 'Seconds from opened_at to as_of, by the clock on the wall.';

create view plumbline.v_why_null as
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
        'rework_rate', 'reopen_rate', 'handoffs_per_item', 'actors_per_item']) as m (metric)
    where g.metric = 'open_handoffs' and not exists (
        select from plumbline.pod_metrics t
        where t.org = g.org and t.pod = g.pod and t.metric = 'throughput' and t.split = g.split
            and t.grain = g.grain and t.window_start = g.window_start)
), either as (
    select * from told
    union all
    select org, pod, metric, split, grain, window_start, window_end, n, null, null, null, null, null, null_reason
    from quiet
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

comment on view plumbline.v_why_null is 'Why a number is missing. Grain: pod, metric, split and window with something missing, windows in which nothing happened included.';
comment on column plumbline.v_why_null.org is 'Organisation (tenant).';
comment on column plumbline.v_why_null.pod is 'Pod, or unassigned.';
comment on column plumbline.v_why_null.metric is 'Name of the metric.';
comment on column plumbline.v_why_null.split is 'all, human or agent.';
comment on column plumbline.v_why_null.grain is 'day or week.';
comment on column plumbline.v_why_null.window_start is 'Start of the window, included.';
comment on column plumbline.v_why_null.window_end is 'End of the window, not included.';
comment on column plumbline.v_why_null.n is 'Episodes in the window, count. NULL: suppressed.';
comment on column plumbline.v_why_null.null_reason is 'The reason as a stable word.';
comment on column plumbline.v_why_null.missing is 'Columns of pod_metrics that ought to hold a figure and do not.';
comment on column plumbline.v_why_null.why is 'The reason as a sentence.';

create view plumbline.v_pod_today as
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
    d.completeness
from days d
join clock c on c.org = d.org
cross join lateral (
    select jsonb_object_agg(y.metric, y.null_reason) as null_reasons
    from plumbline.v_why_null y
    where y.org = d.org and y.pod = d.pod and y.split = d.split and y.grain = 'day' and y.window_start = d.window_start
) w;

comment on view plumbline.v_pod_today is 'The latest day of every pod on one line. Grain: pod and split. A NULL figure: see null_reasons, in words v_why_null for the same window.';
comment on column plumbline.v_pod_today.org is 'Organisation (tenant).';
comment on column plumbline.v_pod_today.pod is 'Pod, or unassigned.';
comment on column plumbline.v_pod_today.split is 'all, human or agent.';
comment on column plumbline.v_pod_today.window_start is 'Start of the day, included.';
comment on column plumbline.v_pod_today.window_end is 'End of the day, not included.';
comment on column plumbline.v_pod_today.as_of is 'How far the last run went, or now for a live one.';
comment on column plumbline.v_pod_today.is_current is 'Whether the day is the one as_of lies in, or ends at. false: nothing newer is known of this pod.';
comment on column plumbline.v_pod_today.wip is 'Items in progress at the end of the day, count.';
comment on column plumbline.v_pod_today.wip_age_p50_s is 'Median age of the items in progress, seconds.';
comment on column plumbline.v_pod_today.wip_age_p90_s is '90th percentile of the age of the items in progress, seconds.';
comment on column plumbline.v_pod_today.open_handoffs is 'Handoffs waiting for pickup at the end of the day, count.';
comment on column plumbline.v_pod_today.open_handoff_age_p50_s is 'Median age of the handoffs waiting, seconds.';
comment on column plumbline.v_pod_today.open_handoff_age_p90_s is '90th percentile of the age of the handoffs waiting, seconds.';
comment on column plumbline.v_pod_today.handoff_latency_n is 'Push handoffs picked up on the day, count: 0 on a day on which nothing happened.';
comment on column plumbline.v_pod_today.handoff_latency_p50_s is 'Median latency of those, seconds, effective.';
comment on column plumbline.v_pod_today.handoff_latency_p90_s is '90th percentile of the latency of those, seconds, effective.';
comment on column plumbline.v_pod_today.throughput is 'Items finished on the day, count: 0 on a day on which nothing happened.';
comment on column plumbline.v_pod_today.cycle_time_p50_s is 'Median cycle time of the items finished, seconds, effective.';
comment on column plumbline.v_pod_today.cycle_time_p90_s is '90th percentile of the cycle time of the items finished, seconds, effective.';
comment on column plumbline.v_pod_today.pull_share is 'Share of the handoffs that were pulled, 0 to 1.';
comment on column plumbline.v_pod_today.bounce_rate is 'Share of the items finished that came back to an owner or group that had them before, 0 to 1.';
comment on column plumbline.v_pod_today.flow_efficiency is 'Time in active by time in progress of the items finished, 0 to 1.';
comment on column plumbline.v_pod_today.rework_rate is 'Share of the items finished or moved back that moved back, 0 to 1.';
comment on column plumbline.v_pod_today.null_reasons is 'Name of each metric of which a figure is missing, and its reason as a stable word. NULL: nothing is missing.';
comment on column plumbline.v_pod_today.completeness is 'Lowest completeness among the figures, 0 to 1.';

-- The ledger of lost hours, and how pods stand at the end of a day.

create table plumbline.debt_ledger (
    org         text collate "C" not null,
    entry_id    text collate "C" not null,
    pod         text collate "C" not null,
    category    text collate "C" not null
        check (category in ('delayed_handoff', 'silent_stall', 'rework', 'unverified_execution', 'coordination')),
    object_type text collate "C" not null,
    object_id   text collate "C" not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    baseline_s  bigint not null check (baseline_s >= 0),
    observed_s  bigint not null check (observed_s >= 0),
    paid_s      bigint not null check (paid_s >= 0),
    debt_s      bigint not null check (debt_s = greatest(0, observed_s - baseline_s - paid_s)),
    signal_id   text collate "C",
    as_of       timestamptz not null,
    run_id      bigint not null,
    revision    bigint not null,
    primary key (org, entry_id)
);
create index debt_ledger_by_pod on plumbline.debt_ledger (org, pod, category);
create index debt_ledger_by_item on plumbline.debt_ledger (org, object_type, object_id);
create index debt_ledger_open on plumbline.debt_ledger (org, pod) where closed_at is null;

comment on table plumbline.debt_ledger is 'One row per episode that took longer than what was usual in the pod: what was expected, what was seen, what it cost. The open rows of a pod sum to its balance in pod_health. Grain: episode.';
comment on column plumbline.debt_ledger.org is 'Organisation (tenant).';
comment on column plumbline.debt_ledger.entry_id is 'Id of the entry: category and id of the episode (handoff, stall, finding), or the item and the beginning.';
comment on column plumbline.debt_ledger.pod is 'Pod that lost the time, or unassigned.';
comment on column plumbline.debt_ledger.category is 'delayed_handoff (waiting for the receiver), silent_stall, rework (active time on what had moved back), unverified_execution (a claim stood that was not verified, or contradicted) or coordination (waiting for reviewers).';
comment on column plumbline.debt_ledger.object_type is 'work_item, change or agent_session; of a false claim also what a finding is about.';
comment on column plumbline.debt_ledger.object_id is 'Id of the item or session in its tool.';
comment on column plumbline.debt_ledger.opened_at is 'Beginning of the episode: opening of the handoff, beginning of the silence, of the stretch of rework, of the false claim or of the review round.';
comment on column plumbline.debt_ledger.closed_at is 'When it ended. NULL: it is open.';
comment on column plumbline.debt_ledger.baseline_s is 'What was usual in the pod on the day the episode became known, effective seconds: the 75th percentile of pickups, the median gap, the median review round; 0 for rework and false claims, which are lost whole.';
comment on column plumbline.debt_ledger.observed_s is 'How long it took, up to as_of while it is open, effective seconds: working time for people, elapsed time for agents. 0 where it turned out never to have been.';
comment on column plumbline.debt_ledger.paid_s is 'What of it episodes of the same category that ran better than the median have paid, seconds.';
comment on column plumbline.debt_ledger.debt_s is 'What it cost: observed_s - baseline_s - paid_s, at least 0, seconds.';
comment on column plumbline.debt_ledger.signal_id is 'Drift signal in whose price its hours count; where several apply the one of v_signal_debt with counts_once, so that a sum by signal_id counts no hour twice. Written when a run ends, as a drift is known later than its first entries; while a job runs, v_signal_debt says it at once. NULL: none.';
comment on column plumbline.debt_ledger.as_of is 'When the row was decided: closed_at, or how far an open episode was followed.';
comment on column plumbline.debt_ledger.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.debt_ledger.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create table plumbline.pod_health (
    org                            text collate "C" not null,
    pod                            text collate "C" not null,
    day                            timestamptz not null,
    as_of                          timestamptz not null,
    open_entries                   bigint not null,
    debt_s                         bigint not null check (debt_s >= 0),
    debt_hours                     double precision not null,
    debt_slope_per_week            double precision,
    debt_slope_null_reason         text collate "C",
    integrity                      double precision check (integrity between 0 and 1),
    integrity_null_reason          text collate "C",
    integrity_handoffs             double precision check (integrity_handoffs between 0 and 1),
    integrity_handoffs_null_reason text collate "C",
    integrity_claims               double precision check (integrity_claims between 0 and 1),
    integrity_claims_null_reason   text collate "C",
    integrity_flow                 double precision check (integrity_flow between 0 and 1),
    integrity_flow_null_reason     text collate "C",
    handoffs_kept                  bigint not null,
    handoffs_due                   bigint not null check (handoffs_due >= handoffs_kept),
    claims_kept                    bigint not null,
    claims_due                     bigint not null check (claims_due >= claims_kept),
    flow_kept                      bigint not null,
    flow_due                       bigint not null check (flow_due >= flow_kept),
    insufficient_data              text[] not null,
    run_id                         bigint not null,
    revision                       bigint not null,
    primary key (org, pod, day)
);

comment on table plumbline.pod_health is 'What a pod owes at the end of a day and which of its commitments it kept on it. A day on which nothing was open, due or owed in the week before has no row. Grain: pod and day.';
comment on column plumbline.pod_health.org is 'Organisation (tenant).';
comment on column plumbline.pod_health.pod is 'Pod, or unassigned.';
comment on column plumbline.pod_health.day is 'First instant of the day in the organisation''s zone.';
comment on column plumbline.pod_health.as_of is 'End of the day, or where the clock of the run stopped within it.';
comment on column plumbline.pod_health.open_entries is 'Entries of debt_ledger that were open then and beyond their baseline, count.';
comment on column plumbline.pod_health.debt_s is 'Sum of debt_s of the entries open then, seconds.';
comment on column plumbline.pod_health.debt_hours is 'The same, hours.';
comment on column plumbline.pod_health.debt_slope_per_week is 'debt_hours less that of seven days before, hours per week. NULL: see debt_slope_null_reason.';
comment on column plumbline.pod_health.debt_slope_null_reason is 'insufficient_data: the pod has been known for less than eight days. NULL: there is a slope.';
comment on column plumbline.pod_health.integrity is 'Commitments kept / due on the day, all three parts together, 0 to 1. NULL: see integrity_null_reason.';
comment on column plumbline.pod_health.integrity_null_reason is 'no_data: nothing was due; insufficient_data: nothing that was due could be judged. NULL: there is a figure.';
comment on column plumbline.pod_health.integrity_handoffs is 'Handoffs picked up within the 90th percentile of the pod''s own past / those picked up or beyond it, 0 to 1. NULL: see integrity_handoffs_null_reason.';
comment on column plumbline.pod_health.integrity_handoffs_null_reason is 'no_data: none fell due; insufficient_data: fewer than 30 pickups are known. NULL: there is a figure.';
comment on column plumbline.pod_health.integrity_claims is 'Claims verified within grace / claims judged on the day, 0 to 1. NULL: see integrity_claims_null_reason.';
comment on column plumbline.pod_health.integrity_claims_null_reason is 'no_data: none was judged. NULL: there is a figure.';
comment on column plumbline.pod_health.integrity_flow is 'Items that ought to move on the day and were not silently stalled / all that ought to, 0 to 1. NULL: see integrity_flow_null_reason.';
comment on column plumbline.pod_health.integrity_flow_null_reason is 'no_data: nothing was watched. NULL: there is a figure.';
comment on column plumbline.pod_health.handoffs_kept is 'Handoffs picked up in time, count.';
comment on column plumbline.pod_health.handoffs_due is 'Handoffs that fell due: picked up, or beyond the 90th percentile on this day, count.';
comment on column plumbline.pod_health.claims_kept is 'Claims verified within grace, count.';
comment on column plumbline.pod_health.claims_due is 'Claims judged, count.';
comment on column plumbline.pod_health.flow_kept is 'Items watched and not silently stalled, count.';
comment on column plumbline.pod_health.flow_due is 'Items watched at some time of the day, count.';
comment on column plumbline.pod_health.insufficient_data is 'Categories of debt_ledger of which an episode opened or ended on the day that could not be judged, as the pod''s own past is too short. Empty: none.';
comment on column plumbline.pod_health.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.pod_health.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create view plumbline.v_debt_by_category as
select
    org,
    pod,
    category,
    count(*) filter (where closed_at is null) as open_entries,
    coalesce(sum(debt_s) filter (where closed_at is null), 0) / 3600.0::double precision as debt_hours,
    coalesce(sum(paid_s) filter (where closed_at is null), 0) / 3600.0::double precision as paid_hours,
    min(opened_at) filter (where closed_at is null) as oldest_opened_at,
    count(*) filter (where closed_at is not null) as closed_entries,
    coalesce(sum(debt_s) filter (where closed_at is not null), 0) / 3600.0::double precision as lost_hours,
    max(as_of) as as_of
from plumbline.debt_ledger
group by org, pod, category
order by debt_hours desc, org, pod, category;

comment on view plumbline.v_debt_by_category is 'What a pod owes now and has lost so far, by category, the most owed first. debt_hours of a pod sum to that of its latest day in pod_health. Grain: pod and category.';
comment on column plumbline.v_debt_by_category.org is 'Organisation (tenant).';
comment on column plumbline.v_debt_by_category.pod is 'Pod, or unassigned.';
comment on column plumbline.v_debt_by_category.category is 'delayed_handoff, silent_stall, rework, unverified_execution or coordination.';
comment on column plumbline.v_debt_by_category.open_entries is 'Entries that are open, count.';
comment on column plumbline.v_debt_by_category.debt_hours is 'What they owe, hours.';
comment on column plumbline.v_debt_by_category.paid_hours is 'What of them others have paid, hours.';
comment on column plumbline.v_debt_by_category.oldest_opened_at is 'Beginning of the oldest one. NULL: none is open.';
comment on column plumbline.v_debt_by_category.closed_entries is 'Entries that are closed, count.';
comment on column plumbline.v_debt_by_category.lost_hours is 'What those cost, hours.';
comment on column plumbline.v_debt_by_category.as_of is 'Latest decision behind the row.';

create view plumbline.v_signal_debt as
with spoken (metric, category, place) as (values
    ('handoff_latency', 'delayed_handoff', 1),
    ('handoff_latency', 'coordination', 2),
    ('pickup_time', 'coordination', 1),
    ('rework_rate', 'rework', 1),
    ('cycle_time', 'delayed_handoff', 3),
    ('cycle_time', 'silent_stall', 3),
    ('cycle_time', 'rework', 3),
    ('cycle_time', 'coordination', 3)
), touched as (
    select s.org, s.signal_id, d.entry_id, d.pod, s.metric, s.split, s.level, s.onset_at, p.place,
        d.category, d.object_type, d.object_id, d.opened_at, d.closed_at, d.as_of, d.baseline_s,
        d.observed_s, d.paid_s, d.debt_s,
        extract(epoch from coalesce(d.closed_at, d.as_of) - d.opened_at) as lasted,
        extract(epoch from least(coalesce(d.closed_at, d.as_of), s.resolved_at)
            - greatest(d.opened_at, s.onset_at)) as within
    from plumbline.drift_signals s
    join spoken p on p.metric = s.metric
    join plumbline.debt_ledger d on d.org = s.org and d.pod = s.pod and d.category = p.category
    left join plumbline.handoffs h
        on d.category = 'delayed_handoff' and h.org = d.org
        and h.handoff_id = substr(d.entry_id, length('delayed_handoff/') + 1)
    where s.direction = 'up' and d.debt_s > 0
        and (s.split = 'all' or coalesce(h.to_kind, 'human') = s.split)
        and (d.opened_at > s.onset_at - interval '28 days' or d.closed_at <= coalesce(s.resolved_at, 'infinity'))
)
select org, signal_id, entry_id, pod, metric, split, category, object_type, object_id, opened_at, closed_at,
    baseline_s, observed_s, paid_s, debt_s,
    round(debt_s * within / lasted)::bigint as price_s,
    row_number() over (
        partition by org, entry_id
        order by level = 'signal' desc, place, split = 'all' desc, onset_at, signal_id) = 1 as counts_once
from touched
where within > 0;

comment on view plumbline.v_signal_debt is 'The entries of debt_ledger behind the price of a drift signal: those of its pod, of the categories its metric speaks of, that lie in the time from its onset until it was over. What had been open for four weeks at the onset and did not end in that time is left out, as it is for the drift itself: it may never end. handoff_latency: delayed_handoff (of the receivers in its split) and coordination; pickup_time: coordination; rework_rate: rework; cycle_time: all but unverified_execution. A signal of the direction down has none. Grain: signal and entry; where several signals apply each has the entry in its own price.';
comment on column plumbline.v_signal_debt.org is 'Organisation (tenant).';
comment on column plumbline.v_signal_debt.signal_id is 'Drift signal.';
comment on column plumbline.v_signal_debt.entry_id is 'Entry of debt_ledger.';
comment on column plumbline.v_signal_debt.pod is 'Pod that lost the time, or unassigned.';
comment on column plumbline.v_signal_debt.metric is 'Metric of the signal.';
comment on column plumbline.v_signal_debt.split is 'Whose episodes the signal is about: all, human or agent.';
comment on column plumbline.v_signal_debt.category is 'Category of the entry, as in debt_ledger.';
comment on column plumbline.v_signal_debt.object_type is 'work_item, change or agent_session.';
comment on column plumbline.v_signal_debt.object_id is 'Id of the item or session in its tool.';
comment on column plumbline.v_signal_debt.opened_at is 'Beginning of the episode.';
comment on column plumbline.v_signal_debt.closed_at is 'When it ended. NULL: it is open.';
comment on column plumbline.v_signal_debt.baseline_s is 'What was usual in the pod when it opened, effective seconds.';
comment on column plumbline.v_signal_debt.observed_s is 'How long it took so far, effective seconds.';
comment on column plumbline.v_signal_debt.paid_s is 'What of it episodes that ran better than the median have paid, seconds.';
comment on column plumbline.v_signal_debt.debt_s is 'What it cost: observed_s - baseline_s - paid_s, seconds.';
comment on column plumbline.v_signal_debt.price_s is 'What of debt_s counts: all of it where the episode lies between onset and end of the signal, else in proportion to its calendar time in between, whole seconds.';
comment on column plumbline.v_signal_debt.counts_once is 'True for one signal of an entry, the one in debt_ledger.signal_id once the run has ended: a signal before a watch, the nearer metric before cycle_time, the split all before the others, then the earlier onset. Sum over these to add up signals.';

create view plumbline.v_signal_price as
with timed as (
    select s.*, coalesce(s.resolved_at, (select max(h.as_of) from plumbline.pod_health h where h.org = s.org), s.as_of)
            as until,
        case s.metric
            when 'handoff_latency' then array['delayed_handoff', 'coordination']
            when 'pickup_time' then array['coordination']
            when 'rework_rate' then array['rework']
            when 'cycle_time' then array['delayed_handoff', 'silent_stall', 'rework', 'coordination']
        end as categories
    from plumbline.drift_signals s
), summed as (
    select org, signal_id, sum(price_s)::bigint as price_s, count(*) as entries,
        count(*) filter (where closed_at is null) as open_entries
    from plumbline.v_signal_debt
    group by org, signal_id
), priced as (
    select t.*, coalesce(p.price_s, 0) as price_s, coalesce(p.entries, 0) as entries,
        coalesce(p.open_entries, 0) as open_entries, u.unjudged_days
    from timed t
    left join summed p on p.org = t.org and p.signal_id = t.signal_id
    cross join lateral (
        select count(*) as unjudged_days
        from plumbline.pod_health h
        where h.org = t.org and h.pod = t.pod and h.as_of > t.onset_at and h.day < t.until
            and h.insufficient_data && t.categories) u
), compared as (
    select p.*, b.usual_s
    from priced p
    cross join lateral (
        select case when min(h.day) is not null then greatest(p.onset_at - interval '56 days', min(h.day)) end as since,
            count(*) filter (where h.day > p.onset_at - interval '56 days' and h.insufficient_data && p.categories)
                as unjudged_days
        from plumbline.pod_health h
        where h.org = p.org and h.pod = p.pod and h.day < p.onset_at) known
    cross join lateral (
        select case when p.onset_at - known.since >= greatest(interval '28 days', interval '10 days' * known.unjudged_days) then
            coalesce(sum(d.debt_s
                * extract(epoch from least(coalesce(d.closed_at, d.as_of), p.onset_at)
                    - greatest(d.opened_at, known.since))
                / extract(epoch from coalesce(d.closed_at, d.as_of) - d.opened_at)), 0)
            * extract(epoch from p.until - p.onset_at) / extract(epoch from p.onset_at - known.since) end as usual_s
        from plumbline.debt_ledger d
        left join plumbline.handoffs h
            on d.category = 'delayed_handoff' and h.org = d.org and d.entry_id = 'delayed_handoff/' || h.handoff_id
        where d.org = p.org and d.pod = p.pod and d.category = any (p.categories) and d.debt_s > 0
            and d.opened_at < p.onset_at and coalesce(d.closed_at, d.as_of) > known.since
            and (d.opened_at > known.since - interval '28 days' or d.closed_at <= p.onset_at)
            and (p.split = 'all' or coalesce(h.to_kind, 'human') = p.split)) b
), reasoned as (
    select *, case
            when direction = 'down' then 'improvement'
            when categories is null then 'not_in_ledger'
            when entries = 0 and unjudged_days > 0 then 'insufficient_data'
        end as price_null_reason
    from compared
)
select org, signal_id, pod, metric, split, direction, level, status, onset_at, resolved_at,
    case when price_null_reason is null then price_s end as price_s,
    case when price_null_reason is null then price_s / 3600.0::double precision end as price_hours,
    price_null_reason, entries, open_entries, unjudged_days,
    case when price_null_reason is null then usual_s / 3600.0::double precision end as usual_hours
from reasoned
order by org, price_s desc, signal_id;

comment on view plumbline.v_signal_price is 'What a drift signal has cost so far: the working hours that the debt ledger has for it, to the second the sum of its rows in v_signal_debt. These are hours beyond what was usual in the pod (of handoffs the 75th percentile, of review rounds and silences the median, of rework all of it), so that a few hours are lost in quiet times as well: usual_hours says how many; and as what is usual is learned from the eight weeks before an episode, a drift that lasts longer is told too cheap. Prices of signals that overlap do not add up: sum v_signal_debt where counts_once. Grain: signal.';
comment on column plumbline.v_signal_price.org is 'Organisation (tenant).';
comment on column plumbline.v_signal_price.signal_id is 'Drift signal.';
comment on column plumbline.v_signal_price.pod is 'Pod, or unassigned.';
comment on column plumbline.v_signal_price.metric is 'Metric of the signal.';
comment on column plumbline.v_signal_price.split is 'Whose episodes it is about: all, human or agent.';
comment on column plumbline.v_signal_price.direction is 'up or down.';
comment on column plumbline.v_signal_price.level is 'watch or signal.';
comment on column plumbline.v_signal_price.status is 'open, worsening, improving, resolved or new_normal.';
comment on column plumbline.v_signal_price.onset_at is 'From here on hours count.';
comment on column plumbline.v_signal_price.resolved_at is 'Up to here. NULL: it lasts.';
comment on column plumbline.v_signal_price.price_s is 'Sum of price_s of its rows in v_signal_debt, seconds: working time for people, elapsed time for agents. NULL: see price_null_reason.';
comment on column plumbline.v_signal_price.price_hours is 'The same, hours.';
comment on column plumbline.v_signal_price.price_null_reason is 'insufficient_data: the pod''s own past was too short to say what is usual; improvement: the direction is down; not_in_ledger: the ledger has no category for the metric. NULL: there is a price, 0 where nothing was beyond what is usual.';
comment on column plumbline.v_signal_price.entries is 'Entries of the ledger in the price, count.';
comment on column plumbline.v_signal_price.open_entries is 'Those of them that are open, count.';
comment on column plumbline.v_signal_price.unjudged_days is 'Days in its time on which an episode of its categories could not be judged, as too little of the pod''s past was known, count: over 0 the price leaves something out.';
comment on column plumbline.v_signal_price.usual_hours is 'What the same categories cost the pod before the onset, brought to the length of the signal''s time: of the eight weeks before it, or of as many as the pod is known, at least four. What the price is beyond it is what the drift has added. NULL: the pod had been known for less, or on more than one day in ten something could not be judged.';

grant select, insert, update, delete on plumbline.debt_ledger, plumbline.pod_health to plumbline_writer;
grant select on plumbline.debt_ledger, plumbline.pod_health to plumbline_reader;
grant select on plumbline.v_debt_by_category, plumbline.v_signal_debt, plumbline.v_signal_price
    to plumbline_reader, plumbline_writer;

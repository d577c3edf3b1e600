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
comment on column plumbline.debt_ledger.signal_id is 'Drift signal it belongs to. NULL: none was assigned.';
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

grant select, insert, update, delete on plumbline.debt_ledger, plumbline.pod_health to plumbline_writer;
grant select on plumbline.debt_ledger, plumbline.pod_health to plumbline_reader;
grant select on plumbline.v_debt_by_category to plumbline_reader, plumbline_writer;

-- Silent stalls, and the figures they stand on.

create table plumbline.stalls (
    org                text collate "C" not null,
    stall_id           text collate "C" not null,
    object_type        text collate "C" not null,
    object_id          text collate "C" not null,
    container          text collate "C",
    pod                text collate "C" not null,
    owner_kind         text collate "C",
    state_category     text collate "C" not null,
    silent_since       timestamptz not null,
    detected_at        timestamptz not null,
    ended_at           timestamptz,
    outcome            text collate "C" not null
        check (outcome in ('open', 'resumed', 'declared', 'finished', 'cancelled', 'withdrawn')),
    severity           text collate "C" not null check (severity in ('warning', 'high', 'critical')),
    threshold_s        bigint not null,
    median_s           bigint not null,
    baseline           text collate "C" not null check (baseline in ('own', 'shrunk', 'default')),
    baseline_n         bigint not null,
    silent_effective_s bigint,
    last_event         text collate "C",
    ending_event       text collate "C",
    run_id             bigint not null,
    revision           bigint not null,
    primary key (org, stall_id)
);
create index stalls_by_item on plumbline.stalls (org, object_type, object_id);
create index stalls_by_pod on plumbline.stalls (org, pod, detected_at);
create index stalls_open on plumbline.stalls (org, silent_since) where outcome = 'open';

comment on table plumbline.stalls is 'One row per silent stall: an item that should be moving showed no sign of work for longer than its own history explains, and nobody had said so. Grain: stall.';
comment on column plumbline.stalls.org is 'Organisation (tenant).';
comment on column plumbline.stalls.stall_id is 'Id of the stall, made of the item and of the beginning of the silence.';
comment on column plumbline.stalls.object_type is 'work_item, change or agent_session.';
comment on column plumbline.stalls.object_id is 'Id of the item or session in its tool.';
comment on column plumbline.stalls.container is 'Project, repository or queue of the item. NULL: no event named one.';
comment on column plumbline.stalls.pod is 'Pod that had the item, or unassigned.';
comment on column plumbline.stalls.owner_kind is 'human, agent, service or unknown: whose item it was; unknown also where it is a group''s or nobody''s. Never NULL.';
comment on column plumbline.stalls.state_category is 'State in which it fell silent: todo, active or review.';
comment on column plumbline.stalls.silent_since is 'Last sign of work, or the beginning of the state where there was none in it.';
comment on column plumbline.stalls.detected_at is 'When the silence reached threshold_s: an instant that was computed, not the time of a poll.';
comment on column plumbline.stalls.ended_at is 'When the stall ended. NULL: it is open.';
comment on column plumbline.stalls.outcome is 'open, resumed (a sign of work), declared (somebody said that it waits or is blocked), finished, cancelled or withdrawn (nobody is expected to move it any more, or another pod has it).';
comment on column plumbline.stalls.severity is 'warning from the 95th percentile of the baseline on, high from the 99th, critical from the 99.9th: the highest reached.';
comment on column plumbline.stalls.threshold_s is 'Effective silence at which it was detected, seconds: the 95th percentile of the baseline, or the floor where that is more.';
comment on column plumbline.stalls.median_s is 'Median gap of the baseline, effective seconds: what is beyond it is lost.';
comment on column plumbline.stalls.baseline is 'Where the threshold comes from: own (the pod''s gaps carry nine tenths of the weight), shrunk (towards the organisation and the cold start) or default (nobody has a history yet).';
comment on column plumbline.stalls.baseline_n is 'Completed gaps of the pod behind the baseline, count.';
comment on column plumbline.stalls.silent_effective_s is 'Effective silence from silent_since to ended_at, seconds. NULL: the stall is open; v_open_stalls tells how long so far.';
comment on column plumbline.stalls.last_event is 'Id of the last event before the silence. NULL: none is known.';
comment on column plumbline.stalls.ending_event is 'Id of the event that ended the silence. NULL: the stall is open.';
comment on column plumbline.stalls.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.stalls.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create view plumbline.v_open_stalls as
with clock as (
    select o.org, plumbline.as_of(o.org) as as_of
    from (select distinct org from plumbline.stalls where outcome = 'open') o
)
select
    s.org,
    s.stall_id,
    s.object_type,
    s.object_id,
    s.container,
    s.pod,
    i.work_type,
    s.owner_kind,
    s.state_category,
    s.severity,
    s.silent_since,
    s.detected_at,
    c.as_of,
    greatest(0, extract(epoch from c.as_of - s.silent_since))::bigint as silent_s,
    s.threshold_s,
    s.median_s,
    s.baseline,
    s.baseline_n,
    s.last_event
from plumbline.stalls s
join clock c on c.org = s.org
left join plumbline.items i
    on i.org = s.org and i.object_type = s.object_type and i.object_id = s.object_id
where s.outcome = 'open'
order by array_position(array['critical', 'high', 'warning'], s.severity), s.silent_since, s.org, s.stall_id;

comment on view plumbline.v_open_stalls is 'What is silent now and nobody has said so, the gravest and oldest first. Grain: open stall.';
comment on column plumbline.v_open_stalls.org is 'Organisation (tenant).';
comment on column plumbline.v_open_stalls.stall_id is 'Id of the stall.';
comment on column plumbline.v_open_stalls.object_type is 'work_item, change or agent_session.';
comment on column plumbline.v_open_stalls.object_id is 'Id of the item or session in its tool.';
comment on column plumbline.v_open_stalls.container is 'Project, repository or queue of the item. NULL: not known.';
comment on column plumbline.v_open_stalls.pod is 'Pod that has the item, or unassigned.';
comment on column plumbline.v_open_stalls.work_type is 'Type of work, as the tool says. NULL: it does not say.';
comment on column plumbline.v_open_stalls.owner_kind is 'Kind of who has it; unknown also where a group has it, or nobody. Never NULL.';
comment on column plumbline.v_open_stalls.state_category is 'State in which it fell silent: todo, active or review.';
comment on column plumbline.v_open_stalls.severity is 'critical, high or warning.';
comment on column plumbline.v_open_stalls.silent_since is 'Last sign of work.';
comment on column plumbline.v_open_stalls.detected_at is 'When the silence reached the threshold.';
comment on column plumbline.v_open_stalls.as_of is 'Instant the silence is measured to: how far the last run went, or now for a live one.';
comment on column plumbline.v_open_stalls.silent_s is 'Seconds from silent_since to as_of, by the clock on the wall.';
comment on column plumbline.v_open_stalls.threshold_s is 'Effective silence at which it was detected, seconds.';
comment on column plumbline.v_open_stalls.median_s is 'Median gap of the baseline, effective seconds.';
comment on column plumbline.v_open_stalls.baseline is 'own, shrunk or default.';
comment on column plumbline.v_open_stalls.baseline_n is 'Completed gaps of the pod behind the baseline, count.';
comment on column plumbline.v_open_stalls.last_event is 'Id of the last event before the silence. NULL: none is known.';

grant select, insert, update, delete on plumbline.stalls to plumbline_writer;
grant select on plumbline.stalls to plumbline_reader;
grant select on plumbline.v_open_stalls to plumbline_reader, plumbline_writer;

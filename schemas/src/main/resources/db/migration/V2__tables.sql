-- The tables of the store. Text sorts by its bytes (collation "C") on every server, so that two stores compare.
-- run_id and revision are internal: which run wrote the row, and how late in event time its author was. A row gives way
-- to a later run, to a higher revision, and within one run to an equal one:
--   where excluded.run_id > t.run_id or excluded.revision > t.revision or (excluded.run_id = t.run_id and excluded.revision = t.revision)

create table plumbline.items (
    org               text collate "C" not null,
    object_type       text collate "C" not null,
    object_id         text collate "C" not null,
    container         text collate "C",
    work_type         text collate "C",
    pod               text collate "C" not null,
    created_at        timestamptz,
    first_active_at   timestamptz,
    done_at           timestamptz,
    cancelled_at      timestamptz,
    state             text collate "C",
    state_raw         text collate "C",
    blocked           boolean not null default false,
    owner             text collate "C",
    owner_kind        text collate "C",
    owner_kind_source text collate "C",
    owner_group       text collate "C",
    owner_changes     integer not null,
    group_changes     integer not null,
    bounces           integer not null,
    group_bounces     integer not null,
    ping_pong_s       bigint,
    reopens           integer not null,
    moved_back        integer not null,
    actors            integer not null,
    handoffs          integer not null,
    event_count       integer not null,
    last_activity_at  timestamptz,
    cycle_elapsed_s   bigint,
    cycle_working_s   bigint,
    lead_elapsed_s    bigint,
    lead_working_s    bigint,
    active_s          bigint not null,
    in_progress_s     bigint not null,
    run_id            bigint not null,
    revision          bigint not null,
    primary key (org, object_type, object_id)
);
create index items_by_pod on plumbline.items (org, pod, state);

comment on table plumbline.items is 'One row per item: a work item or a change that has an event of its own. Grain: item. Accounts are pseudonyms.';
comment on column plumbline.items.org is 'Organisation (tenant).';
comment on column plumbline.items.object_type is 'work_item or change.';
comment on column plumbline.items.object_id is 'Id of the item in its tool.';
comment on column plumbline.items.container is 'Project, repository or queue that holds the item, as source:name. NULL: no event named one.';
comment on column plumbline.items.work_type is 'Bug, feature, incident and so on, as the tool says. NULL: the tool does not say.';
comment on column plumbline.items.pod is 'Pod of the item at the last event of its own: of its owner, else of its group, else of its container, else unassigned.';
comment on column plumbline.items.created_at is 'When the item was created. NULL: first seen in mid-life, and then it has no lead time.';
comment on column plumbline.items.first_active_at is 'First entry into a state in progress (active, review, waiting, blocked). NULL: never entered one, or had started when it was first seen.';
comment on column plumbline.items.done_at is 'Last entry into done. NULL: the item is not done now.';
comment on column plumbline.items.cancelled_at is 'Last entry into cancelled. NULL: the item is not cancelled now.';
comment on column plumbline.items.state is 'State category now: backlog, todo, active, review, waiting, blocked, done or cancelled. NULL: no event told a state.';
comment on column plumbline.items.state_raw is 'The word of the tool for state; it keeps the last word whose meaning is known. NULL: the tool has none, or no event told one.';
comment on column plumbline.items.blocked is 'Whether somebody flagged the item as blocked and nobody has lifted that.';
comment on column plumbline.items.owner is 'Pseudonym of the owner now. NULL: nobody owns it.';
comment on column plumbline.items.owner_kind is 'human, agent, service or unknown. NULL: nobody owns it.';
comment on column plumbline.items.owner_kind_source is 'Rule that decided owner_kind: directory, tool, known_agent, suffix, trailer, account or nothing_known. NULL: nobody owns it.';
comment on column plumbline.items.owner_group is 'Team or queue that holds the item now. NULL: none does, or the tool has none.';
comment on column plumbline.items.owner_changes is 'Changes of owner, count: length of the sequence of owners, gaps left out and repeats merged, less one.';
comment on column plumbline.items.group_changes is 'Changes of group, count, made like owner_changes.';
comment on column plumbline.items.bounces is 'Times the item came back to the owner before the last one, count.';
comment on column plumbline.items.group_bounces is 'Times the item came back to the group before the last one, count.';
comment on column plumbline.items.ping_pong_s is 'Seconds from the first to the last bounce of owners or of groups, whichever took longer. NULL: neither bounced twice.';
comment on column plumbline.items.reopens is 'Exits from done or cancelled back to unfinished work, count.';
comment on column plumbline.items.moved_back is 'Those exits and moves from review to active, count.';
comment on column plumbline.items.actors is 'Distinct people and agents who acted on the item, count; services are left out.';
comment on column plumbline.items.handoffs is 'Handoffs that opened on the item, count.';
comment on column plumbline.items.event_count is 'Events of the item, count, each fact once.';
comment on column plumbline.items.last_activity_at is 'Last productive event on the item or on what is linked to it. NULL: there was none.';
comment on column plumbline.items.cycle_elapsed_s is 'Seconds from first_active_at to done_at, by the clock on the wall. NULL: one of them is.';
comment on column plumbline.items.cycle_working_s is 'The same in seconds of working time. NULL: likewise.';
comment on column plumbline.items.lead_elapsed_s is 'Seconds from created_at to done_at, by the clock on the wall. NULL: one of them is.';
comment on column plumbline.items.lead_working_s is 'The same in seconds of working time. NULL: likewise.';
comment on column plumbline.items.active_s is 'Seconds in active, effective: on the clock of whoever owned it then. Counted up to the last event of the item''s own.';
comment on column plumbline.items.in_progress_s is 'Seconds in progress (active, review, waiting or blocked), counted likewise.';
comment on column plumbline.items.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.items.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create table plumbline.handoffs (
    org             text collate "C" not null,
    handoff_id      text collate "C" not null,
    object_type     text collate "C" not null,
    object_id       text collate "C" not null,
    kind            text collate "C" not null
        check (kind in ('dispatch', 'reassignment', 'delegation', 'review', 'return')),
    mode            text collate "C" not null check (mode in ('push', 'pull')),
    from_account    text collate "C",
    to_account      text collate "C",
    from_kind       text collate "C",
    to_kind         text collate "C",
    from_group      text collate "C",
    to_group        text collate "C",
    from_pod        text collate "C",
    to_pod          text collate "C",
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    outcome         text collate "C" not null
        check (outcome in ('picked_up', 'bounced', 'superseded', 'abandoned', 'open')),
    elapsed_s       bigint,
    working_s       bigint,
    effective_s     bigint,
    opened_by_event text collate "C" not null,
    ended_by_event  text collate "C",
    picked_up_by    text collate "C",
    run_id          bigint not null,
    revision        bigint not null,
    primary key (org, handoff_id)
);
create index handoffs_by_item on plumbline.handoffs (org, object_type, object_id);
create index handoffs_open on plumbline.handoffs (org, opened_at) where outcome = 'open';

comment on table plumbline.handoffs is 'One row per handoff: responsibility for an item passed to somebody else. Grain: handoff. Accounts are pseudonyms.';
comment on column plumbline.handoffs.org is 'Organisation (tenant).';
comment on column plumbline.handoffs.handoff_id is 'Id of the handoff, made of the event that opened it.';
comment on column plumbline.handoffs.object_type is 'work_item or change.';
comment on column plumbline.handoffs.object_id is 'Id of the item in its tool.';
comment on column plumbline.handoffs.kind is 'dispatch, reassignment, delegation, review or return.';
comment on column plumbline.handoffs.mode is 'pull: the receiver took it, with no waiting. push: somebody else gave it, or a service took it.';
comment on column plumbline.handoffs.from_account is 'Pseudonym of who had the ball or gave it. NULL: a group had it, or nobody is known.';
comment on column plumbline.handoffs.to_account is 'Pseudonym of the receiver. NULL: a group receives, or any reviewer may.';
comment on column plumbline.handoffs.from_kind is 'human, agent, service or unknown. NULL: from_account is NULL.';
comment on column plumbline.handoffs.to_kind is 'human, agent, service or unknown: whose time counts. NULL: not known.';
comment on column plumbline.handoffs.from_group is 'Group the ball came from. NULL: none.';
comment on column plumbline.handoffs.to_group is 'Group the ball went to. NULL: none.';
comment on column plumbline.handoffs.from_pod is 'Pod the ball came from, or unassigned. Never NULL.';
comment on column plumbline.handoffs.to_pod is 'Pod the ball went to, or unassigned; its metrics count the handoff. Never NULL.';
comment on column plumbline.handoffs.opened_at is 'When the handoff opened.';
comment on column plumbline.handoffs.ended_at is 'When it ended. NULL: it is open.';
comment on column plumbline.handoffs.outcome is 'picked_up, bounced (moved on before pickup), superseded (another reviewer did it), abandoned (item ended first) or open.';
comment on column plumbline.handoffs.elapsed_s is 'Seconds from opening to end, by the clock on the wall. NULL: it is open.';
comment on column plumbline.handoffs.working_s is 'Seconds from opening to end in working time of the receiver. NULL: it is open.';
comment on column plumbline.handoffs.effective_s is 'working_s for a person or a group, elapsed_s for an agent or a service: the latency. NULL: it is open.';
comment on column plumbline.handoffs.opened_by_event is 'Id of the event that opened the handoff.';
comment on column plumbline.handoffs.ended_by_event is 'Id of the event that ended the handoff. NULL: it is open.';
comment on column plumbline.handoffs.picked_up_by is 'Pseudonym of who worked first; tells who it was where a group or any reviewer was asked. NULL: nobody did.';
comment on column plumbline.handoffs.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.handoffs.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create table plumbline.pod_metrics (
    org          text collate "C" not null,
    pod          text collate "C" not null,
    metric       text collate "C" not null,
    split        text collate "C" not null check (split in ('all', 'human', 'agent')),
    grain        text collate "C" not null check (grain in ('day', 'week')),
    window_start timestamptz not null,
    window_end   timestamptz not null,
    n            bigint,
    value        double precision,
    p50          double precision,
    p75          double precision,
    p90          double precision,
    p95          double precision,
    null_reason  text collate "C",
    completeness double precision not null default 1,
    run_id       bigint not null,
    revision     bigint not null,
    primary key (org, pod, metric, split, grain, window_start)
);
create index pod_metrics_by_window on plumbline.pod_metrics (org, pod, grain, window_start);

comment on table plumbline.pod_metrics is 'One row per pod, metric, split and window. Grain: day and ISO week in the zone of the organisation. What each metric means: the metrics of the data dictionary.';
comment on column plumbline.pod_metrics.org is 'Organisation (tenant).';
comment on column plumbline.pod_metrics.pod is 'Pod, or unassigned.';
comment on column plumbline.pod_metrics.metric is 'Name of the metric, as in the data dictionary.';
comment on column plumbline.pod_metrics.split is 'Whose work it is: all, human or agent.';
comment on column plumbline.pod_metrics.grain is 'day or week (ISO, from Monday).';
comment on column plumbline.pod_metrics.window_start is 'Start of the window, included.';
comment on column plumbline.pod_metrics.window_end is 'End of the window, not included; gauges are taken at this instant.';
comment on column plumbline.pod_metrics.n is 'Episodes behind the figures, count: handoffs or items. NULL: suppressed, see null_reason.';
comment on column plumbline.pod_metrics.value is 'Mean of a duration, a count or a ratio, in the unit of the metric. NULL: see null_reason.';
comment on column plumbline.pod_metrics.p50 is 'Median of the episodes, in the unit of the metric. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.pod_metrics.p75 is '75th percentile of the episodes, in the unit of the metric. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.pod_metrics.p90 is '90th percentile of the episodes, in the unit of the metric. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.pod_metrics.p95 is '95th percentile of the episodes, in the unit of the metric. NULL: the metric has no quantiles, or see null_reason.';
comment on column plumbline.pod_metrics.null_reason is 'Why a figure is missing: no_data, too_few, censored, suppressed or source_not_connected. NULL: nothing is missing.';
comment on column plumbline.pod_metrics.completeness is 'Share of the connected sources that were heard in the window, 0 to 1.';
comment on column plumbline.pod_metrics.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.pod_metrics.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create table plumbline.rejected_events (
    org       text collate "C" not null,
    origin    text collate "C" not null,
    position  bigint not null,
    reason    text collate "C" not null,
    event_id  text collate "C",
    raw       text collate "C" not null,
    raw_bytes bigint not null,
    run_id    bigint not null,
    revision  bigint not null,
    primary key (org, origin, position)
);

comment on table plumbline.rejected_events is 'What arrived and is no work event. Grain: line of a file or record of a topic.';
comment on column plumbline.rejected_events.org is 'Organisation (tenant), or default where it could not be read.';
comment on column plumbline.rejected_events.origin is 'Where from: the file, or the topic and its partition.';
comment on column plumbline.rejected_events.position is 'Line of the file, from 1, or offset in the partition, from 0.';
comment on column plumbline.rejected_events.reason is 'What is wrong: a stable word, a colon and a sentence.';
comment on column plumbline.rejected_events.event_id is 'Id of the event. NULL: it could not be read.';
comment on column plumbline.rejected_events.raw is 'First 2,000 characters of what arrived, what cannot be printed made visible, accounts in the fields of an event as pseudonyms. Text that is no JSON is kept as it came. Closed to plumbline_reader and not exported.';
comment on column plumbline.rejected_events.raw_bytes is 'Length of what arrived, bytes.';
comment on column plumbline.rejected_events.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.rejected_events.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC, 0 where no time could be read.';

create table plumbline.late_events (
    org         text collate "C" not null,
    event_id    text collate "C" not null,
    type        text collate "C" not null,
    occurred_at timestamptz not null,
    object_type text collate "C" not null,
    object_id   text collate "C" not null,
    watermark   timestamptz,
    origin      text collate "C",
    position    bigint,
    reason      text collate "C" not null,
    raw         text collate "C" not null,
    run_id      bigint not null,
    revision    bigint not null,
    primary key (org, event_id)
);

comment on table plumbline.late_events is 'Events that came after their time was closed, kept so that a replay repairs the tables. Grain: event.';
comment on column plumbline.late_events.org is 'Organisation (tenant).';
comment on column plumbline.late_events.event_id is 'Id of the event.';
comment on column plumbline.late_events.type is 'Type of the event.';
comment on column plumbline.late_events.occurred_at is 'When it happened.';
comment on column plumbline.late_events.object_type is 'Type of the object it is about.';
comment on column plumbline.late_events.object_id is 'Id of the object it is about.';
comment on column plumbline.late_events.watermark is 'How far event time had come when the event arrived. NULL: not known.';
comment on column plumbline.late_events.origin is 'Where from: the file, or the topic and its partition. NULL: not known.';
comment on column plumbline.late_events.position is 'Line of the file or offset in the partition. NULL: not known.';
comment on column plumbline.late_events.reason is 'Why it was late: a stable word, a colon and a sentence.';
comment on column plumbline.late_events.raw is 'The event as JSON as far as it counts, its accounts as pseudonyms. Closed to plumbline_reader and not exported.';
comment on column plumbline.late_events.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.late_events.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create table plumbline.runs (
    org                 text collate "C" not null,
    run_id              bigint generated by default as identity primary key,
    job                 text collate "C" not null,
    version             text collate "C" not null,
    definitions_version text collate "C" not null,
    started             timestamptz not null,
    finished            timestamptz,
    status              text collate "C" not null default 'running'
        check (status in ('running', 'finished', 'failed')),
    events_read         bigint,
    rejected            bigint,
    late                bigint,
    until_time          timestamptz,
    orgs                text[] collate "C" not null default '{}'
);

comment on table plumbline.runs is 'One row per run of a job on this store. Grain: run. Not part of an export: it tells of runs, not of work.';
comment on column plumbline.runs.org is 'Organisation the run was started for.';
comment on column plumbline.runs.run_id is 'Number of the run, growing.';
comment on column plumbline.runs.job is 'Name of the job: replay, execution-patterns and so on.';
comment on column plumbline.runs.version is 'Version of Plumbline that ran.';
comment on column plumbline.runs.definitions_version is 'Version of the definitions of the metrics.';
comment on column plumbline.runs.started is 'When the run started.';
comment on column plumbline.runs.finished is 'When the run ended. NULL: it runs, or was cut off.';
comment on column plumbline.runs.status is 'running, finished or failed.';
comment on column plumbline.runs.events_read is 'Events read, count; of a live job since its last restart. NULL: not counted yet.';
comment on column plumbline.runs.rejected is 'Events rejected, count; of a live job since its last restart. NULL: not counted yet.';
comment on column plumbline.runs.late is 'Events that came too late, count; of a live job since its last restart. NULL: not counted yet.';
comment on column plumbline.runs.until_time is 'Event time the run went up to: open episodes are told as of then. NULL: a live run, as of now.';
comment on column plumbline.runs.orgs is 'Organisations whose events the run saw. Empty: not known yet.';

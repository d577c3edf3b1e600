-- Whether Plumbline itself is seeing: what is known of each source, and in plain words.

create table plumbline.source_health (
    org            text collate "C" not null,
    source         text collate "C" not null,
    container      text collate "C" not null,
    state          text collate "C" not null check (state in ('learning', 'heard', 'silent')),
    first_event_at timestamptz not null,
    last_event_at  timestamptz not null,
    minutes_heard  bigint not null,
    expected_gap_s bigint,
    clock          text collate "C" check (clock in ('elapsed', 'working')),
    silent_since   timestamptz,
    run_id         bigint not null,
    revision       bigint not null,
    primary key (org, source, container)
);

comment on table plumbline.source_health is 'One row per source and container: whether it is heard. Grain: source and container. A source silent for 400 days is forgotten and its row stays as it was last told.';
comment on column plumbline.source_health.org is 'Organisation (tenant).';
comment on column plumbline.source_health.source is 'Source the events came from: github, jira and so on.';
comment on column plumbline.source_health.container is 'Project, repository or queue they are about. Empty: what the source tells of no container, as its own heartbeats.';
comment on column plumbline.source_health.state is 'learning (fewer than 30 gaps are known, nothing is expected yet), heard, or silent (nothing for longer than expected).';
comment on column plumbline.source_health.first_event_at is 'First event, heartbeats included, to the minute.';
comment on column plumbline.source_health.last_event_at is 'Last event, heartbeats included, to the minute.';
comment on column plumbline.source_health.minutes_heard is 'Minutes in which there was an event, count.';
comment on column plumbline.source_health.expected_gap_s is 'Seconds of quiet after which the source is silent: three times the 99th percentile of its gaps, at least an hour, on its clock. NULL: it is being learned.';
comment on column plumbline.source_health.clock is 'Clock of expected_gap_s: working (nine in ten of the minutes heard lie in the working time of the organisation) or elapsed. NULL: it is being learned.';
comment on column plumbline.source_health.silent_since is 'Last event before the silence that lasts. NULL: the source is not silent.';
comment on column plumbline.source_health.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.source_health.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

create view plumbline.v_source_health as
select
    h.org,
    h.source,
    h.container,
    h.state,
    h.last_event_at,
    h.silent_since,
    c.as_of,
    round(extract(epoch from c.as_of - h.last_event_at))::bigint as quiet_s,
    h.expected_gap_s,
    h.clock,
    h.state = 'silent' and coalesce(k.state = 'heard', false) as connector_heard,
    case
        when h.state = 'learning'
            then 'Too few events yet to know how often this source should be heard.'
        when h.state = 'heard'
            then format('Heard. It counts as silent after %s min of %s time without an event.', h.expected_gap_s / 60, h.clock)
        when k.state = 'heard'
            then format('No event since %s UTC, where at most %s min of %s time were expected; the connector itself is heard: nothing happens there, or its events are lost.',
                to_char(h.silent_since at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), h.expected_gap_s / 60, h.clock)
        else format('No event since %s UTC, where at most %s min of %s time were expected. What depends on it may be missing: check the connector.',
                to_char(h.silent_since at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), h.expected_gap_s / 60, h.clock)
    end as said
from plumbline.source_health h
cross join lateral (select plumbline.as_of(h.org) as as_of) c
left join plumbline.source_health k
    on k.org = h.org and k.source = h.source and k.container = '' and h.container <> '';

comment on view plumbline.v_source_health is 'Is Plumbline itself seeing? Each source in plain words. A pod without events whose sources are heard does nothing; one whose source is silent is not seen. Grain: source and container.';
comment on column plumbline.v_source_health.org is 'Organisation (tenant).';
comment on column plumbline.v_source_health.source is 'Source the events come from.';
comment on column plumbline.v_source_health.container is 'Project, repository or queue. Empty: what the source tells of none.';
comment on column plumbline.v_source_health.state is 'learning, heard or silent.';
comment on column plumbline.v_source_health.last_event_at is 'Last event, heartbeats included, to the minute.';
comment on column plumbline.v_source_health.silent_since is 'Last event before the silence that lasts. NULL: not silent.';
comment on column plumbline.v_source_health.as_of is 'How far the last run went, or now for a live one.';
comment on column plumbline.v_source_health.quiet_s is 'Seconds from the last event to as_of, by the clock on the wall.';
comment on column plumbline.v_source_health.expected_gap_s is 'Seconds of quiet after which it is silent. NULL: it is being learned.';
comment on column plumbline.v_source_health.clock is 'Clock of expected_gap_s: working or elapsed. NULL: it is being learned.';
comment on column plumbline.v_source_health.connector_heard is 'Whether the container is silent while the source''s own heartbeats are heard: then it is the work that is quiet rather than the connector.';
comment on column plumbline.v_source_health.said is 'The state in a sentence.';

grant select, insert, update, delete on plumbline.source_health to plumbline_writer;
grant select on plumbline.source_health to plumbline_reader;
grant select on plumbline.v_source_health to plumbline_reader, plumbline_writer;

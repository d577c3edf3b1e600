-- A source is learned over days too; what its row says once it is forgotten; which sources a figure rests on.

comment on table plumbline.source_health is 'One row per source and container: whether it is heard. Grain: source and container. A source silent for 400 days is forgotten and its row stays: silent since its last event, or learning where too little was ever known of it.';
comment on column plumbline.source_health.state is 'learning (fewer than 30 gaps are known or it was heard on fewer than five days: nothing is expected yet), heard, or silent (nothing for longer than expected).';
comment on column plumbline.pod_metrics.completeness is 'Share of the connected sources that were heard in the window, 0 to 1. One that only brings evidence (checks, deployments) counts for verified_share and the metrics of deployments, and for no other.';

create or replace view plumbline.v_source_health as
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
        when c.as_of - h.last_event_at >= interval '400 days'
            then format('No event since %s UTC: taken for a source that is no more. Its row stays as it was last told.',
                to_char(h.last_event_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'))
        when h.state = 'learning'
            then 'Too few events, or on too few days, to know how often this source should be heard.'
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

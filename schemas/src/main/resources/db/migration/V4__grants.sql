-- Writers change rows and nothing else; readers see all but what arrived raw.
grant usage on schema plumbline to plumbline_writer, plumbline_reader;

grant select, insert, update, delete on
    plumbline.items, plumbline.handoffs, plumbline.pod_metrics,
    plumbline.rejected_events, plumbline.late_events, plumbline.runs
    to plumbline_writer;

grant select on plumbline.items, plumbline.handoffs, plumbline.pod_metrics, plumbline.runs to plumbline_reader;
grant select (org, origin, position, reason, event_id, raw_bytes, run_id, revision)
    on plumbline.rejected_events to plumbline_reader;
grant select (org, event_id, type, occurred_at, object_type, object_id, watermark, origin, position, reason, run_id, revision)
    on plumbline.late_events to plumbline_reader;

grant select on
    plumbline.v_handover_of_work, plumbline.v_open_handoffs, plumbline.v_why_null, plumbline.v_pod_today
    to plumbline_reader, plumbline_writer;

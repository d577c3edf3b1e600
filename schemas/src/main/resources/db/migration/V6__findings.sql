-- Claims against evidence, and connectors that went blind.

create table plumbline.findings (
    org             text collate "C" not null,
    finding_id      text collate "C" not null,
    object_type     text collate "C" not null,
    object_id       text collate "C" not null,
    container       text collate "C",
    pod             text collate "C" not null,
    kind            text collate "C" not null
        check (kind in ('unverified_done', 'contradicted_done', 'stuck_after_reality', 'orphan_work', 'ghost_work', 'source_silence')),
    reason          text collate "C",
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    outcome         text collate "C" not null,
    claim_event     text collate "C",
    evidence_events text[] collate "C" not null default '{}',
    run_id          bigint not null,
    revision        bigint not null,
    primary key (org, finding_id)
);
create index findings_by_item on plumbline.findings (org, object_type, object_id);
create index findings_by_pod on plumbline.findings (org, pod, kind, opened_at);
create index findings_open on plumbline.findings (org, kind, opened_at) where outcome = 'open';

comment on table plumbline.findings is 'One row per finding: what was said and what independent traces show do not agree. Grain: finding.';
comment on column plumbline.findings.org is 'Organisation (tenant).';
comment on column plumbline.findings.finding_id is 'Id of the finding, made of its kind, its object and the instant that gave rise to it.';
comment on column plumbline.findings.object_type is 'work_item, change, commit or source.';
comment on column plumbline.findings.object_id is 'Id of the object in its tool; of a source its name and container.';
comment on column plumbline.findings.container is 'Project, repository or queue of the object. NULL: no event named one.';
comment on column plumbline.findings.pod is 'Pod of the object when the finding was opened, or unassigned; of a source the pod that owns its container.';
comment on column plumbline.findings.kind is 'unverified_done (done, and nothing independent shows it), contradicted_done (done, and something shows the contrary), stuck_after_reality (all changes merged, and not done), orphan_work (merged work that belongs to no work item), ghost_work (active, and no trace of its owner) or source_silence (a connector went blind).';
comment on column plumbline.findings.reason is 'What contradicts: change_open, check_red, reverted or reopened. NULL: the kind says it all.';
comment on column plumbline.findings.opened_at is 'When the finding became true: the end of the grace, or the contradiction.';
comment on column plumbline.findings.ended_at is 'When it ended. NULL: it is open.';
comment on column plumbline.findings.outcome is 'open; or how it ended: evidence, retracted (evidence in time was learned of later: it was never true), reopened, repaired, done, cancelled, changed, linked, moved, finished, heard, forgotten or waived.';
comment on column plumbline.findings.claim_event is 'Id of the event that claims. NULL: nobody claimed anything.';
comment on column plumbline.findings.evidence_events is 'Ids of the events on the other side: what contradicts, what proves, or what was merged.';
comment on column plumbline.findings.run_id is 'Internal: run that wrote the row.';
comment on column plumbline.findings.revision is 'Internal: event time of the decision, milliseconds since 1970 UTC.';

grant select, insert, update, delete on plumbline.findings to plumbline_writer;
grant select on plumbline.findings to plumbline_reader;

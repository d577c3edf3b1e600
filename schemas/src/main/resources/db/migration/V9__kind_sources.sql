-- Which rule said what kind of actor somebody is, on both sides of a handoff.

alter table plumbline.handoffs
    add column from_kind_source text collate "C",
    add column to_kind_source   text collate "C";

comment on column plumbline.handoffs.from_kind_source is 'Rule that decided from_kind: directory, tool, known_agent, known_service, suffix, trailer, account or nothing_known. NULL: from_kind is NULL, or written before version 9.';
comment on column plumbline.handoffs.to_kind_source is 'Rule that decided to_kind, in the same words. NULL: to_kind is NULL, or written before version 9.';
comment on column plumbline.items.owner_kind_source is 'Rule that decided owner_kind: directory, tool, known_agent, known_service, suffix, trailer, account or nothing_known. NULL: nobody owns it.';

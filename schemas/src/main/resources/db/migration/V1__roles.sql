-- The two roles that work with the store without owning it: jobs write, analysts and dashboards read.
-- Roles belong to the whole server, so they may be there already, from another database or made by its administrator.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['plumbline_writer', 'plumbline_reader'] loop
        if exists (select 1 from pg_catalog.pg_roles where rolname = wanted) then
            continue;
        end if;
        if not exists (select 1 from pg_catalog.pg_roles
                       where rolname = current_user and (rolsuper or rolcreaterole)) then
            raise exception 'role % does not exist and user % may not create roles', wanted, current_user
                using errcode = 'insufficient_privilege',
                      hint = format('ask an administrator for: CREATE ROLE %s NOLOGIN; GRANT %s TO %I', wanted, wanted, current_user);
        end if;
        begin
            execute format('create role %I nologin', wanted);
        exception when duplicate_object or unique_violation then
            raise notice 'role % was made at the same moment', wanted;
        end;
    end loop;

    -- The owner acts as the reader for the read-only query; a superuser needs no membership.
    foreach wanted in array array['plumbline_writer', 'plumbline_reader'] loop
        begin
            if not pg_has_role(current_user, wanted, 'usage') then
                execute format('grant %I to current_user', wanted);
            end if;
        exception when insufficient_privilege then
            raise notice 'user % is not a member of %', current_user, wanted;
        end;
    end loop;
end
$$;

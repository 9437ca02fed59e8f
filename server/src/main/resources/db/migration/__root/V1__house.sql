-- Why: the walls of the house, put up before any room: who may do what, a schema per module, and the lock that
-- every tenant table gets. The application serves as ${app}, which owns nothing; migrations run as the owner.

do
$$
begin
    if exists (select from pg_roles where rolname = '${app}' and (rolsuper or rolbypassrls)) then
        raise exception 'The role ${app} may pass row-level security; take superuser and bypassrls from it.';
    end if;
    if current_user = '${app}' then
        raise exception 'Migrations must run as the owner, not as the serving role ${app}.';
    end if;
end
$$;

create schema if not exists kernel;
create schema if not exists tenancy;
create schema if not exists access;

grant usage on schema kernel, tenancy, access to ${app};
alter default privileges in schema kernel, tenancy, access grant select, insert, update, delete on tables to ${app};
alter default privileges in schema kernel, tenancy, access grant usage on sequences to ${app};
alter default privileges revoke execute on routines from public;

-- A forgotten "where tenant_id" must show nobody's rows rather than everybody's. Without a tenant the setting is
-- empty, on a reused connection even '', hence nullif. FORCE binds the owner too.
create procedure kernel.wall(target regclass)
    language plpgsql
    set search_path = ''
as
$$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format($p$create policy tenant on %s
                      using (tenant_id = nullif(current_setting('tilth.tenant_id', true), '')::bigint)
                      with check (tenant_id = nullif(current_setting('tilth.tenant_id', true), '')::bigint)$p$, target);
end
$$;

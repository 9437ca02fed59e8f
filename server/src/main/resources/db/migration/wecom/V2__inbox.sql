-- Why: what WeCom tells a company must be on disk before it is acknowledged, happen once however often it is told, and
-- wait in order until it is worked off.

-- A callback comes before anybody knows whose it is: its address leads to the tenant.
create table wecom.callback_address (
    key_hash   bytea  not null primary key,
    tenant_id  bigint not null,
    company_id uuid   not null,
    id         uuid   not null
);
create index callback_address_tenant on wecom.callback_address (tenant_id, company_id);
comment on table wecom.callback_address is 'global: leads from an address to its tenant; holds a hash and ids only';

create table wecom.callback_credential (
    tenant_id    bigint      not null,
    id           uuid        not null,
    company_id   uuid        not null,
    receiver     text        not null check (length(receiver) between 1 and 64),
    token_sealed bytea       not null,
    key_sealed   bytea       not null,
    made_at      timestamptz not null,
    verified_at  timestamptz,
    ends_at      timestamptz,
    primary key (tenant_id, id)
);
create index callback_credential_company on wecom.callback_credential (tenant_id, company_id, made_at);
call kernel.wall('wecom.callback_credential');
comment on table wecom.callback_credential is 'unexported: how WeCom reaches this installation, of no use elsewhere';
comment on column wecom.callback_credential.receiver is 'whom messages must name as their receiver: the corp id';
comment on column wecom.callback_credential.token_sealed is 'secret: WeCom signs with it';
comment on column wecom.callback_credential.key_sealed is 'secret: WeCom encrypts with it';
comment on column wecom.callback_credential.ends_at is 'set once newer ones have been verified';

-- The id holds the second of the event and a digest of what was said, so the primary key takes a callback once. Whoever
-- works it off touches nothing that an index knows, hence the room left in each page.
create table wecom.callback (
    tenant_id   bigint      not null,
    id          uuid        not null,
    company_id  uuid        not null,
    event       text        not null,
    change      text        not null,
    subject     text        not null,
    lane        int         not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    fields      jsonb       not null,
    done_at     timestamptz,
    heard       boolean     not null default true,
    primary key (tenant_id, id)
) partition by range (id);
call kernel.wall('wecom.callback');
comment on column wecom.callback.subject is 'whom it is about, as WeCom names them';
comment on column wecom.callback.heard is 'false when it was done without anybody wanting it';

-- Rows of several tenants go in with one commit. A transaction lists whose; the list opens adding and nothing else.
create policy ingest on wecom.callback for insert
    with check (tenant_id = any ((select nullif(current_setting('tilth.ingest_tenants', true), ''))::bigint[]));

-- What waits to be worked off, of all tenants. A repeated callback may stand here twice, which does no harm.
create table wecom.callback_due (
    id          uuid        not null primary key,
    tenant_id   bigint      not null,
    company_id  uuid        not null,
    lane        int         not null,
    front       boolean     not null,
    due_at      timestamptz not null,
    callback_id uuid        not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);
create index callback_due_lane on wecom.callback_due (tenant_id, lane, front desc, due_at, id);
comment on table wecom.callback_due is 'global: workers look for waiting lanes of all tenants at once; holds ids only';

-- A callback that could not be worked off, and why: it comes again by itself while next_at says when.
create table wecom.callback_failure (
    tenant_id   bigint      not null,
    id          uuid        not null,
    company_id  uuid        not null,
    event       text        not null,
    attempts    int         not null,
    reason      text        not null,
    failed_at   timestamptz not null,
    next_at     timestamptz,
    primary key (tenant_id, id)
);
create index callback_failure_kept on wecom.callback_failure (tenant_id, next_at, id);
call kernel.wall('wecom.callback_failure');

-- Months a year ahead, one for strays whose clock is wrong, and none whose last day is more than 30 days ago. Reviewed:
-- runs as the owner, for only an owner may add and drop tables; takes no names from anybody.
create procedure wecom.keep_callback_months()
    language plpgsql
    security definer
    set search_path = ''
as
$$
declare
    month timestamptz;
    old   record;
    part  text;
begin
    for step in -1..12 loop
        month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => step)) at time zone 'UTC';
        part := 'callback_' || to_char(month at time zone 'UTC', 'YYYYMM');
        if to_regclass('wecom.' || part) is null then
            execute format('create table wecom.%I partition of wecom.callback for values from (%L) to (%L)', part,
                wecom.callback_floor(month),
                wecom.callback_floor((month at time zone 'UTC' + interval '1 month') at time zone 'UTC'));
            execute format('alter table wecom.%I set (fillfactor = 80)', part);
            execute format('revoke all on wecom.%I from ${app}', part);
            call kernel.wall(format('wecom.%I', part)::regclass);
        end if;
    end loop;
    for old in
        select c.relname
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'wecom.callback'::regclass and c.relname ~ '^callback_[0-9]{6}$'
            and (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') < (now() - interval '30 days')
    loop
        execute format('drop table wecom.%I', old.relname);
    end loop;
end
$$;

-- The smallest id of a moment, as the application makes them.
create function wecom.callback_floor(moment timestamptz) returns uuid
    language sql
    immutable
    set search_path = ''
return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid;

create table wecom.callback_stray partition of wecom.callback default;
revoke all on wecom.callback_stray from ${app};
call kernel.wall('wecom.callback_stray');

call wecom.keep_callback_months();
grant execute on procedure wecom.keep_callback_months() to ${app};

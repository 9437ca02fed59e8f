-- Why: the register of tenants, and what leaves with a tenant: its export.

-- The house is tenant 0: operators are its accounts. Companies count from 1.
create sequence tenancy.tenant_id;
create table tenancy.tenant (
    id                bigint      not null primary key,
    name              text        collate "zh-x-icu" not null check (length(name) between 1 and 60),
    trade             text        not null,
    time_zone         text        not null,
    plan              text        not null check (plan in ('TRIAL', 'STANDARD', 'PRO', 'ENTERPRISE')),
    state             text        not null check (state in ('ACTIVE', 'SUSPENDED', 'CLOSING', 'ERASED')),
    valid_until       timestamptz not null,
    owner_id          uuid,
    suspended_reason  text,
    closes_at         timestamptz,
    erasure_proof     jsonb,
    erased_at         timestamptz,
    last_signed_in_at timestamptz,
    created_at        timestamptz not null,
    version           int         not null default 1
);
comment on table tenancy.tenant is 'global: the register of tenants itself';
comment on column tenancy.tenant.suspended_reason is 'goes before a coming end: a suspended tenant may be closing too';
comment on column tenancy.tenant.erased_at is 'the erasure is complete: rows gone, proof kept, others told';
comment on column tenancy.tenant.owner_id is 'account of the house that looks after this tenant';

insert into tenancy.tenant (id, name, trade, time_zone, plan, state, valid_until, created_at)
values (0, 'Tilth', 'SAAS', 'Asia/Shanghai', 'ENTERPRISE', 'ACTIVE', '9999-12-31 23:59:59Z', now());

-- Everything a tenant has, as a file that any node can hand out: the database keeps it in pieces.
create table tenancy.export (
    tenant_id         bigint      not null,
    id                uuid        not null,
    state             text        not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED')),
    requested_by      uuid,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    tables_done       int         not null default 0,
    tables_total      int         not null default 0,
    rows              bigint      not null default 0,
    bytes             bigint      not null default 0,
    expires_at        timestamptz,
    primary key (tenant_id, id)
);
-- One at a time: a second click must not pack everything twice.
create unique index export_under_way on tenancy.export (tenant_id) where state in ('WAITING', 'RUNNING');
call kernel.wall('tenancy.export');

create table tenancy.export_chunk (
    tenant_id bigint not null,
    export_id uuid   not null,
    number    int    not null,
    bytes     bytea  not null,
    primary key (tenant_id, export_id, number),
    foreign key (tenant_id, export_id) references tenancy.export on delete cascade
);
call kernel.wall('tenancy.export_chunk');
comment on table tenancy.export_chunk is 'unexported: it is the export';

-- The trail is closed to the serving role; only a tenant that is being erased may lose it. Reviewed: runs as the owner,
-- still under the policy, so it reaches the rows of the tenant in scope and nobody else's.
create procedure tenancy.erase_trail()
    language plpgsql
    security definer
    set search_path = ''
as
$$
declare
    erased bigint := nullif(current_setting('tilth.tenant_id', true), '')::bigint;
begin
    if not exists (select from tenancy.tenant where id = erased and id > 0 and state = 'ERASED') then
        raise exception 'Only the trail of a tenant that is being erased may go.';
    end if;
    delete from kernel.audit where tenant_id = erased;
end
$$;
grant execute on procedure tenancy.erase_trail() to ${app};

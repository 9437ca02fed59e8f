-- Why: a tenant connects its WeCom companies (主体), several if it has several. External ids belong to tenant, company
-- and kind of app, so the company stands in the keys from the first day.

create table wecom.company (
    tenant_id     bigint      not null,
    id            uuid        not null,
    name          text        not null check (length(name) between 1 and 60),
    corp_id       text        not null check (length(corp_id) between 1 and 64),
    kind          text        not null check (kind in ('SELF_BUILT', 'PROVIDER')),
    agent_id      int         not null,
    state         text        not null check (state in ('DRAFT', 'CONNECTED', 'CLOSED')),
    secret_sealed bytea       not null,
    created_at    timestamptz not null,
    connected_at  timestamptz,
    version       int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, corp_id, kind)
);
call kernel.wall('wecom.company');
comment on column wecom.company.secret_sealed is 'secret: of the app; a permanent code for a provider-developed one';

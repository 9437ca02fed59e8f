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
    domain        text check (length(domain) between 1 and 253),
    created_at    timestamptz not null,
    connected_at  timestamptz,
    kept_since    timestamptz,
    version       int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, corp_id, kind)
);
call kernel.wall('wecom.company');
comment on column wecom.company.kept_since is 'whoever came later is no 存量: set where its customers were looked after before it was connected here';
comment on column wecom.company.secret_sealed is 'secret: of the app; a permanent code for a provider-developed one';

-- How each step of connecting stood when somebody last looked.
create table wecom.connect_step (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    key        text        not null check (length(key) between 1 and 30),
    state      text        not null check (state in ('OK', 'FAILED', 'DECLARED')),
    checked_at timestamptz not null,
    problem    text,
    facts      text[]      not null default '{}',
    primary key (tenant_id, company_id, key),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('wecom.connect_step');
comment on column wecom.connect_step.facts is 'what the sentence of the problem names, in order';

-- WeCom asks for a file at the root of a domain, without telling whose: hence global. A domain belongs to one tenant,
-- or another could have its own app trusted there.
create table wecom.domain (
    host      text   not null primary key check (host = lower(host)),
    tenant_id bigint not null references tenancy.tenant
);
create index domain_tenant on wecom.domain (tenant_id);
comment on table wecom.domain is 'global: decides to which tenant a domain belongs, whichever asks first';

create table wecom.domain_file (
    host       text   not null check (host = lower(host)),
    name       text   not null check (name ~ '^WW_verify_[A-Za-z0-9]{1,40}\.txt$'),
    content    text   not null check (length(content) between 1 and 200),
    tenant_id  bigint not null references tenancy.tenant,
    company_id uuid   not null,
    primary key (host, name)
);
create unique index domain_file_company on wecom.domain_file (tenant_id, company_id);
comment on table wecom.domain_file is 'global: WeCom asks for the file before anybody knows for which tenant';

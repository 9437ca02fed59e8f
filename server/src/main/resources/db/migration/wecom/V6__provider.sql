-- Why: a provider runs one app for many companies. What WeCom tells about the app itself belongs to no tenant; what it
-- tells about a company leads to one. Each company's permanent code lies with the company, as its secret.

create table wecom.suite (
    suite_id      text not null primary key,
    ticket_sealed bytea,
    ticket_at     timestamptz
);
comment on table wecom.suite is 'global: WeCom gives the provider one ticket for all its companies';
comment on column wecom.suite.ticket_sealed is 'secret: with the suite''s secret it gives a token';

create table wecom.suite_token (
    suite_id     text not null,
    name         text not null check (name in ('SUITE', 'PROVIDER')),
    token_sealed bytea,
    expires_at   timestamptz,
    lease_by     uuid,
    lease_until  timestamptz,
    failed_at    timestamptz,
    failed_code  int,
    primary key (suite_id, name)
);
comment on table wecom.suite_token is 'global: the provider''s own tokens, shared by all nodes';
comment on column wecom.suite_token.token_sealed is 'secret: lets anybody act as the provider';

-- An installation comes back from WeCom with nothing but the state that we gave it.
create table wecom.suite_install (
    state_hash bytea       not null primary key,
    tenant_id  bigint      not null references tenancy.tenant,
    made_at    timestamptz not null
);
create index suite_install_made on wecom.suite_install (made_at);
comment on table wecom.suite_install is 'global: leads from an installation to the tenant that began it; a hash and ids';

create table wecom.suite_company (
    corp_id    text   not null primary key,
    tenant_id  bigint not null references tenancy.tenant,
    company_id uuid   not null
);
create index suite_company_tenant on wecom.suite_company (tenant_id);
comment on table wecom.suite_company is 'global: leads from a corporation to the tenant in whose name it came; ids only';

-- What WeCom told, kept until it has been done: a code is good for minutes, and WeCom wants its answer at once.
create table wecom.suite_order (
    id          uuid        not null primary key,
    info_type   text        not null,
    corp_id     text        not null,
    state       text        not null,
    code_sealed bytea,
    at          timestamptz not null
);
comment on table wecom.suite_order is 'global: told about the app before anybody knows for which tenant';
comment on column wecom.suite_order.code_sealed is 'secret: opens a company once';

create table wecom.licence (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    user_id    text        not null,
    expires_at timestamptz,
    primary key (tenant_id, company_id, user_id),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.licence');
comment on column wecom.licence.expires_at is 'null for a member without a licence, 未开通';
comment on table wecom.licence is 'unexported: read from WeCom every few hours';

create table wecom.licence_reading (
    tenant_id    bigint      not null,
    company_id   uuid        not null,
    at           timestamptz not null,
    trial_ends   timestamptz,
    primary key (tenant_id, company_id),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.licence_reading');
comment on table wecom.licence_reading is 'unexported: read from WeCom every few hours';

-- The operator looks over all tenants at once; the figures are made anew every minute.
create table wecom.overview (
    tenant_id           bigint      not null references tenancy.tenant,
    company_id          uuid        not null,
    company_name        text        not null,
    state               text        not null,
    last_callback_at    timestamptz,
    lag_ms              bigint      not null,
    waiting             bigint      not null,
    failed              bigint      not null,
    token               text        not null check (token in ('OK', 'EXPIRED', 'FAILING')),
    quota_used_percent  int         not null,
    drift_at            timestamptz,
    drift_count         int,
    licences_expire_at  timestamptz,
    trouble             boolean     not null,
    at                  timestamptz not null,
    primary key (tenant_id, company_id)
);
comment on table wecom.overview is 'global: the operator compares all tenants; names of companies and figures alone';

-- Why: who may come in, how they prove it, and what they may do. What must be found before a tenant is known (a login,
-- the tenants of a person) stands in small global tables; names, roles and rights belong to the tenant.

create table access.person (
    id            uuid        not null primary key,
    login         text        not null unique check (length(login) between 3 and 100 and login = lower(login)),
    password_hash text        not null,
    totp_sealed   bytea,
    totp_pending  bytea,
    totp_step     bigint      not null default 0,
    language      text        not null default 'zh-CN' check (language in ('zh-CN', 'en')),
    created_at    timestamptz not null,
    version       int         not null default 1
);
comment on table access.person is 'global: a login is checked before anybody knows for which tenant';
comment on column access.person.password_hash is 'secret: Argon2id';
comment on column access.person.totp_sealed is 'secret: makes the codes of the second factor';
comment on column access.person.totp_pending is 'secret: a second factor not yet confirmed';
comment on column access.person.totp_step is 'the last 30 seconds whose code was used; no code is good twice';

create table access.membership (
    person_id  uuid   not null references access.person,
    tenant_id  bigint not null references tenancy.tenant,
    account_id uuid   not null,
    primary key (person_id, tenant_id)
);
create index membership_tenant on access.membership (tenant_id);
comment on table access.membership is 'global: keys only; after signing in a person chooses among their tenants';

create table access.sign_in (
    person_id uuid        not null references access.person on delete cascade,
    id        uuid        not null,
    at        timestamptz not null,
    outcome   text        not null check (outcome in ('OK', 'WRONG', 'LOCKED')),
    address   text        not null,
    agent     text        not null,
    primary key (person_id, id)
);
comment on table access.sign_in is 'global: attempts come before any tenant is chosen; the person sees them';

create table access.guess (
    subject bytea       not null,
    since   timestamptz not null,
    guesses int         not null,
    primary key (subject, since)
);
create index guess_since on access.guess (since);
comment on table access.guess is 'global: counts wrong passwords per hashed login and address, before any tenant is known';

-- Built-in roles live in the code, so that they grow with the product; these are a tenant's own.
create table access.role (
    tenant_id bigint  not null,
    id        uuid    not null,
    name      text    not null check (length(name) between 1 and 30),
    scope     text    not null check (scope in ('SELF', 'DEPARTMENT', 'ALL')),
    masked    boolean not null,
    rights    text[]  not null,
    version   int     not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
call kernel.wall('access.role');

create table access.account (
    tenant_id         bigint      not null,
    id                uuid        not null,
    person_id         uuid        not null references access.person,
    login             text        not null,
    name              text        not null check (length(name) between 1 and 30),
    role_id           uuid        not null,
    state             text        not null check (state in ('ACTIVE', 'FROZEN')),
    left_company      boolean     not null default false,
    last_signed_in_at timestamptz,
    created_at        timestamptz not null,
    version           int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, person_id)
);
create index account_role on access.account (tenant_id, role_id);
call kernel.wall('access.account');
comment on column access.account.left_company is 'frozen because its owner left the company, and only until they return';
comment on column access.account.role_id is 'a role of the tenant, or a built-in one';

-- A member of the company comes in by WeCom as this account. One account may be several members: one for each WeCom
-- company that the tenant has connected.
create table access.member_account (
    tenant_id  bigint      not null,
    member_id  uuid        not null,
    account_id uuid        not null,
    linked_at  timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references directory.member,
    foreign key (tenant_id, account_id) references access.account on delete cascade
);
create index member_account_account on access.member_account (tenant_id, account_id);
call kernel.wall('access.member_account');

-- A browser that comes to sign in by WeCom says for which company before anybody knows the tenant.
create table access.sign_in_company (
    company_id uuid   not null primary key,
    tenant_id  bigint not null references tenancy.tenant
);
create index sign_in_company_tenant on access.sign_in_company (tenant_id);
comment on table access.sign_in_company is 'global: keys only; finds the tenant of a WeCom company in a sign-in link';

-- Which role a member gets who comes in for the first time: the first rule that fits, else one of the usual.
create table access.role_rule (
    tenant_id     bigint not null,
    id            uuid   not null,
    priority      int    not null check (priority > 0),
    department_id uuid,
    leads         boolean,
    position_has  text check (length(position_has) between 1 and 30),
    role_id       uuid   not null,
    primary key (tenant_id, id),
    unique (tenant_id, priority)
);
call kernel.wall('access.role_rule');
comment on column access.role_rule.department_id is 'the department or one below it; one that is gone fits nobody';
comment on column access.role_rule.role_id is 'a role of the tenant, or a built-in one';

create table access.link (
    tenant_id   bigint      not null,
    id          uuid        not null,
    kind        text        not null check (kind in ('INVITATION', 'RESET')),
    secret_hash bytea       not null,
    name        text        not null,
    role_id     uuid        not null,
    account_id  uuid,
    created_by  uuid,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (tenant_id, id)
);
call kernel.wall('access.link');
comment on column access.link.secret_hash is 'secret: opens an account once';

create table access.api_key (
    tenant_id    bigint      not null,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 60),
    prefix       text        not null,
    secret_hash  bytea       not null,
    rights       text[]      not null,
    created_by   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, id)
);
call kernel.wall('access.api_key');
comment on column access.api_key.secret_hash is 'secret: proves a key';

create table access.support_request (
    tenant_id         bigint      not null,
    id                uuid        not null,
    reason            text        not null check (length(reason) between 1 and 200),
    requested_by      uuid        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    state             text        not null check (state in ('ASKED', 'ALLOWED', 'REFUSED', 'ENDED')),
    decided_by        uuid,
    decided_at        timestamptz,
    until             timestamptz,
    primary key (tenant_id, id)
);
call kernel.wall('access.support_request');
comment on column access.support_request.requested_by is 'account of the house';

create table access.saved_view (
    tenant_id  bigint  not null,
    id         uuid    not null,
    account_id uuid    not null,
    page       text    not null check (length(page) between 1 and 30),
    name       text    not null check (length(name) between 1 and 30),
    query      text    not null check (length(query) <= 500),
    shared     boolean not null,
    primary key (tenant_id, id)
);
create index saved_view_page on access.saved_view (tenant_id, page, id);
call kernel.wall('access.saved_view');

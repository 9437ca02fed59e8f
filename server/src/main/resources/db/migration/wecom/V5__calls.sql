-- Why: every node calls WeCom with the same token, within the same limits, and what went wrong is on record. All of it
-- can be had anew, so nobody exports it.

-- One node at a time fetches a token: whoever holds the lease. A lease ends by itself when its node dies.
create table wecom.app_token (
    tenant_id    bigint not null,
    company_id   uuid   not null,
    name         text   not null check (name in ('ACCESS', 'JSAPI', 'AGENT_JSAPI')),
    token_sealed bytea,
    refreshed_at timestamptz,
    expires_at   timestamptz,
    lease_by     uuid,
    lease_until  timestamptz,
    failed_at    timestamptz,
    failed_code  int,
    primary key (tenant_id, company_id, name),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.app_token');
comment on table wecom.app_token is 'unexported: passing keys to WeCom, fetched anew at any time';
comment on column wecom.app_token.token_sealed is 'secret: lets anybody call WeCom for the company';

-- Nodes take allowances out of a window a bunch at a time, so that a call costs no commit.
create table wecom.call_window (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    api        text        not null,
    span       text        not null check (span in ('MINUTE', 'HOUR')),
    starts_at  timestamptz not null,
    taken      int         not null,
    primary key (tenant_id, company_id, api, span, starts_at),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.call_window');
comment on table wecom.call_window is 'unexported: counts calls within the last hours';

-- WeCom said that a limit was passed (45009): nobody asks again before then.
create table wecom.call_pause (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    api        text        not null,
    until      timestamptz not null,
    primary key (tenant_id, company_id, api),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.call_pause');
comment on table wecom.call_pause is 'unexported: a pause of minutes';

create table wecom.call_hour (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    hour       timestamptz not null,
    calls      bigint      not null,
    errors     bigint      not null,
    waited_ms  bigint      not null,
    primary key (tenant_id, company_id, hour),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.call_hour');
comment on table wecom.call_hour is 'unexported: figures of operation';

create table wecom.call_failure (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    api        text        not null,
    code       int         not null,
    times      bigint      not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    primary key (tenant_id, company_id, api, code),
    foreign key (tenant_id, company_id) references wecom.company on delete cascade
);
call kernel.wall('wecom.call_failure');
comment on table wecom.call_failure is 'unexported: figures of operation';

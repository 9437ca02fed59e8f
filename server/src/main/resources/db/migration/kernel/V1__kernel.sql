-- Why: what every module leans on: the audit trail, answers kept for repeated requests, and live signals.

-- An auditor asks who did what to whom, when, from where. The id holds the time, so a range of time is a range of ids.
create table kernel.audit (
    tenant_id    bigint      not null,
    id           uuid        not null,
    at           timestamptz not null,
    actor_kind   text        not null check (actor_kind in ('ACCOUNT', 'API_KEY', 'SUPPORT', 'SYSTEM')),
    actor_id     uuid,
    actor_name   text        not null,
    action       text        not null,
    subject_kind text,
    subject_id   text,
    subject_name text,
    detail       jsonb       not null default '{}',
    address      text,
    request_id   text,
    primary key (tenant_id, id)
);
create index audit_action on kernel.audit (tenant_id, action, id);
create index audit_actor on kernel.audit (tenant_id, actor_id, id);
call kernel.wall('kernel.audit');
-- A line once written stays as it is: the serving role may add and read, nothing else.
revoke update, delete, truncate on kernel.audit from ${app};

-- A repeated request gets the first one's answer. The row commits with the effect, so neither exists without the other.
create table kernel.idempotent_answer (
    tenant_id    bigint      not null,
    caller       uuid        not null,
    key          text        not null check (length(key) between 1 and 255),
    fingerprint  bytea       not null,
    status       int         not null,
    content_type text,
    body         bytea       not null,
    at           timestamptz not null,
    primary key (tenant_id, caller, key)
);
create index idempotent_answer_at on kernel.idempotent_answer (tenant_id, at);
call kernel.wall('kernel.idempotent_answer');
comment on table kernel.idempotent_answer is 'unexported: short-lived copies of answers already given';

-- What moved, for whom: ids only. Global, because one pump per node reads it for all tenants at once.
create table kernel.live_signal (
    id        uuid   not null primary key,
    tenant_id bigint not null,
    recipient text   not null,
    topic     text   not null,
    subject   text   not null,
    -- A transaction may commit after one that began later; the pump reads by transaction and so misses none.
    said_in   xid8   not null default pg_current_xact_id()
);
create index live_signal_said_in on kernel.live_signal (said_in);
create index live_signal_recipient on kernel.live_signal (tenant_id, recipient, id);
comment on table kernel.live_signal is 'global: one pump per node reads it for all tenants at once; holds ids only';

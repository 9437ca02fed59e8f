-- Why: the tables that the frameworks bring (event log, sessions, scheduled tasks). They hold ids and states; the
-- shapes are the frameworks' own, so they are exempt from the rule that the tenant leads every key.

-- The event log remembers in whose name an event was said: the default fills the column, so events carry no tenant,
-- and a retry inside a scope sees only that tenant's publications.
create table kernel.event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz,
    tenant_id              bigint default nullif(current_setting('tilth.tenant_id', true), '')::bigint
);
create index event_publication_serialized_event on kernel.event_publication using hash (serialized_event);
create index event_publication_completion on kernel.event_publication (completion_date);
create index event_publication_tenant on kernel.event_publication (tenant_id, publication_date);
alter table kernel.event_publication enable row level security;
alter table kernel.event_publication force row level security;
create policy tenant on kernel.event_publication
    using (tenant_id is not distinct from nullif(current_setting('tilth.tenant_id', true), '')::bigint)
    with check (tenant_id is not distinct from nullif(current_setting('tilth.tenant_id', true), '')::bigint);

create table kernel.session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create unique index session_id on kernel.session (session_id);
create index session_expiry on kernel.session (expiry_time);
create index session_principal on kernel.session (principal_name);

create table kernel.session_attributes (
    session_primary_id char(36)     not null references kernel.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table kernel.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on kernel.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on kernel.scheduled_tasks (last_heartbeat);

comment on table kernel.event_publication is 'global: the framework names rows by id alone; a policy of its own keeps tenants apart';
comment on table kernel.session is 'global: a session is found before anybody knows whose it is; holds ids only';
comment on table kernel.session_attributes is 'global: belongs to kernel.session; holds ids, address and browser';
comment on table kernel.scheduled_tasks is 'global: the scheduler works for all tenants at once; holds ids only';

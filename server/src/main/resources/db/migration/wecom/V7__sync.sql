-- Why: the directory and the customers of a company are fetched as a whole, at first and now and then. That takes long,
-- so people see how far it is, and it goes on where it stopped.

create table wecom.sync_run (
    tenant_id   bigint      not null,
    id          uuid        not null,
    company_id  uuid        not null,
    kind        text        not null check (kind in ('FIRST', 'ASKED', 'NIGHTLY')),
    state       text        not null check (state in ('DONE', 'RUNNING', 'FAILED')),
    started_at  timestamptz not null,
    finished_at timestamptz,
    calls       bigint      not null default 0,
    waited_ms   bigint      not null default 0,
    differences jsonb       not null default '{}',
    reason      text,
    facts       text[]      not null default '{}',
    primary key (tenant_id, id),
    foreign key (tenant_id, company_id) references wecom.company
);
-- One at a time for a company: two would undo each other's cursor.
create unique index sync_run_running on wecom.sync_run (tenant_id, company_id) where state = 'RUNNING';
create index sync_run_company on wecom.sync_run (tenant_id, company_id, started_at);
call kernel.wall('wecom.sync_run');
comment on column wecom.sync_run.waited_ms is 'how long calls waited for WeCom''s limits';
comment on column wecom.sync_run.differences is 'what we had otherwise than WeCom, counted by kind';
comment on column wecom.sync_run.reason is 'key of the sentence that says why it failed; facts are named in it';

create table wecom.sync_part (
    tenant_id bigint not null,
    run_id    uuid   not null,
    name      text   not null check (length(name) between 1 and 30),
    place     int    not null,
    state     text   not null check (state in ('TODO', 'RUNNING', 'DONE')),
    cursor    text,
    done      bigint not null default 0,
    total     bigint not null default 0,
    primary key (tenant_id, run_id, name),
    foreign key (tenant_id, run_id) references wecom.sync_run on delete cascade
);
call kernel.wall('wecom.sync_part');

-- Since when we look after a company: who was there before is 存量.
create view wecom.first_sync with (security_invoker = true) as
select r.tenant_id, r.company_id, least(r.started_at, c.kept_since) as started_at
from wecom.sync_run r
join wecom.company c on c.tenant_id = r.tenant_id and c.id = r.company_id
where r.kind = 'FIRST';

-- Why: a chain makes the codes of hundreds of shops from one plan, changes them together, prints them together, and can
-- take the last step back.

alter table acquisition.channel_code
    add column asked_at timestamptz,
    add column busy_until timestamptz;
comment on column acquisition.channel_code.asked_at is 'since when WeCom may have the code without our knowing its id: its answer was lost';
comment on column acquisition.channel_code.busy_until is 'somebody is asking WeCom for it; nobody else does meanwhile, or there would be two';

-- 活码方案
create table acquisition.plan (
    tenant_id  bigint      not null,
    id         uuid        not null,
    company_id uuid        not null,
    name       text        not null check (length(name) between 1 and 30),
    template   jsonb       not null,
    created_by uuid        not null,
    created_at timestamptz not null,
    version    int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, name),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('acquisition.plan');

create table acquisition.plan_code (
    tenant_id bigint  not null,
    plan_id   uuid    not null,
    shop_id   uuid    not null,
    code_id   uuid    not null,
    sown      jsonb   not null,
    dropped   boolean not null default false,
    primary key (tenant_id, plan_id, shop_id),
    unique (tenant_id, code_id),
    foreign key (tenant_id, plan_id) references acquisition.plan,
    foreign key (tenant_id, code_id) references acquisition.channel_code
);
call kernel.wall('acquisition.plan_code');
comment on column acquisition.plan_code.shop_id is 'lives on when the shop is closed: the code is in print';
comment on column acquisition.plan_code.sown is 'what the plan last wanted of the code; whatever differs was edited by hand';
comment on column acquisition.plan_code.dropped is 'the plan retired it, and takes it up again when it wants one for the shop';

create table acquisition.plan_run (
    tenant_id         bigint      not null,
    id                uuid        not null,
    plan_id           uuid        not null,
    kind              text        not null check (kind in ('APPLY', 'UNDO')),
    state             text        not null check (state in ('RUNNING', 'DONE')),
    undone            boolean     not null default false,
    requested_by      uuid        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    ended_at          timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_id) references acquisition.plan
);
create index plan_run_plan on acquisition.plan_run (tenant_id, plan_id);
create unique index plan_run_one on acquisition.plan_run (tenant_id, plan_id) where state = 'RUNNING';
call kernel.wall('acquisition.plan_run');

create table acquisition.plan_step (
    tenant_id   bigint  not null,
    run_id      uuid    not null,
    code_id     uuid    not null,
    shop_id     uuid    not null,
    deed        text    not null check (deed in ('MAKE', 'CHANGE', 'RETIRE', 'REVIVE')),
    before      jsonb,
    after       jsonb   not null,
    sown        jsonb   not null,
    was_dropped boolean not null,
    state       text    not null default 'QUEUED' check (state in ('QUEUED', 'DONE', 'FAILED')),
    trouble     text,
    tries       int     not null default 0,
    primary key (tenant_id, run_id, code_id),
    foreign key (tenant_id, run_id) references acquisition.plan_run,
    foreign key (tenant_id, code_id) references acquisition.channel_code
);
create index plan_step_code on acquisition.plan_step (tenant_id, code_id);
call kernel.wall('acquisition.plan_step');
comment on column acquisition.plan_step.before is 'the code as it was; null where it was made';
comment on column acquisition.plan_step.sown is 'what the plan wanted of the code before, to go back to';
comment on column acquisition.plan_step.trouble is 'WeCom''s errcode, or a word of ours; its sentence is channel-code.trouble.<it>';

-- 打印包
create table acquisition.print_pack (
    tenant_id         bigint      not null,
    id                uuid        not null,
    plan_id           uuid,
    sheet             text        not null check (sheet in ('CARD', 'STICKER')),
    hint              text        not null check (length(hint) <= 30),
    state             text        not null check (state in ('WAITING', 'READY', 'FAILED')),
    cards             int         not null,
    done              int         not null default 0,
    bytes             bigint      not null default 0,
    requested_by      uuid        not null,
    requested_by_name text        not null,
    requested_at      timestamptz not null,
    expires_at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_id) references acquisition.plan on delete set null (plan_id)
);
create index print_pack_plan on acquisition.print_pack (tenant_id, plan_id);
call kernel.wall('acquisition.print_pack');

create table acquisition.print_card (
    tenant_id bigint not null,
    pack_id   uuid   not null,
    number    int    not null,
    code_id   uuid   not null,
    primary key (tenant_id, pack_id, number),
    foreign key (tenant_id, pack_id) references acquisition.print_pack on delete cascade,
    foreign key (tenant_id, code_id) references acquisition.channel_code
);
create index print_card_code on acquisition.print_card (tenant_id, code_id);
call kernel.wall('acquisition.print_card');

create table acquisition.print_piece (
    tenant_id bigint not null,
    pack_id   uuid   not null,
    number    int    not null,
    bytes     bytea  not null,
    primary key (tenant_id, pack_id, number),
    foreign key (tenant_id, pack_id) references acquisition.print_pack on delete cascade
);
call kernel.wall('acquisition.print_piece');

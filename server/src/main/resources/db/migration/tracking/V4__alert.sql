-- Why: a customer who reads something now should hear from somebody now. An alert names who reads, and belongs to one
-- member at a time, who answers it or loses it to their spare.

create table tracking.alert (
    tenant_id       bigint      not null,
    id              uuid        not null,
    customer_id     uuid        not null,
    member_id       uuid        not null,
    level           text        not null check (level in ('ORDINARY', 'IMMEDIATE')),
    cause           text        not null check (length(cause) between 1 and 30),
    certainty       text        not null check (certainty in ('SELF', 'LIKELY')),
    visit_id        uuid        not null,
    share_id        uuid        not null,
    material_id     uuid        not null,
    priced          boolean     not null,
    deed            text        not null check (length(deed) between 1 and 30),
    seconds         int         not null,
    percent         int         not null check (percent between 0 and 100),
    page            int,
    quiet_days      int,
    forward_readers int         not null default 0,
    opened_at       timestamptz not null,
    moved_at        timestamptz not null,
    state           text        not null check (state in ('OPEN', 'CONTACTED', 'HANDED', 'EXPIRED')),
    contacted_at    timestamptz,
    contacted_by    uuid,
    contacted_how   text check (contacted_how in ('CHAT', 'CALL', 'MARKED', 'SENT')),
    step            int         not null default 0 check (step between 0 and 2),
    due_at          timestamptz,
    pushed_at       timestamptz,
    counts          boolean     not null default false,
    digest_at       timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, member_id) references directory.member,
    foreign key (tenant_id, contacted_by) references directory.member
);
create index alert_customer on tracking.alert (tenant_id, customer_id, id);
create index alert_pushed on tracking.alert (tenant_id, member_id, pushed_at) where counts;
create index alert_due on tracking.alert (tenant_id, due_at) where due_at is not null;
create index alert_digest on tracking.alert (tenant_id, digest_at) where digest_at is not null;
create index alert_unanswered on tracking.alert (tenant_id, opened_at) where state in ('OPEN', 'HANDED');
create index alert_missed on tracking.alert (tenant_id, opened_at) where state = 'EXPIRED';
call kernel.wall('tracking.alert');
comment on column tracking.alert.member_id is 'who has to answer it now';
comment on column tracking.alert.step is 'how far it was handed over: 1 to the spare, 2 to the manager';
comment on column tracking.alert.due_at is 'when it is handed over unless somebody answers';
comment on column tracking.alert.counts is 'whether its push counts towards the member''s caps';
comment on column tracking.alert.digest_at is 'in which digest it will stand; null when pushed by itself, or once told';

-- Everybody whom it ever reached, so that they see what became of it.
create table tracking.alert_holder (
    tenant_id bigint      not null,
    alert_id  uuid        not null,
    member_id uuid        not null,
    part      text        not null check (part in ('OWNER', 'SPARE', 'MANAGER', 'CHOSEN')),
    told_at   timestamptz not null,
    primary key (tenant_id, member_id, alert_id),
    foreign key (tenant_id, alert_id) references tracking.alert on delete cascade,
    foreign key (tenant_id, member_id) references directory.member
);
create index alert_holder_alert on tracking.alert_holder (tenant_id, alert_id, told_at);
call kernel.wall('tracking.alert_holder');

-- Without a row the usual settings hold.
create table tracking.alert_setting (
    tenant_id bigint not null primary key,
    setting   jsonb  not null,
    version   int    not null default 1
);
call kernel.wall('tracking.alert_setting');

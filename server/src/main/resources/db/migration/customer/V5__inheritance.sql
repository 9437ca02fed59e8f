-- Why: when a member leaves or changes their work, another takes over their customers and group chats. WeCom takes 24
-- hours, a customer may refuse, the heir may be full: so each one has its own outcome, and a manager sees them all.

create table customer.inheritance (
    tenant_id    bigint      not null,
    id           uuid        not null,
    company_id   uuid        not null,
    kind         text        not null check (kind in ('ON_JOB', 'RESIGNED')),
    from_id      uuid        not null,
    to_id        uuid        not null,
    state        text        not null check (state in ('STARTING', 'WAITING', 'DONE')),
    message      text        not null check (length(message) <= 200),
    created_by   uuid        not null,
    created_at   timestamptz not null,
    effective_at timestamptz,
    attempts     int         not null default 0,
    reason       text,
    primary key (tenant_id, id),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, from_id) references directory.member,
    foreign key (tenant_id, to_id) references directory.member
);
create index inheritance_state on customer.inheritance (tenant_id, state);
call kernel.wall('customer.inheritance');
comment on column customer.inheritance.attempts is 'how often in a row WeCom could not be asked';

create table customer.inheritance_item (
    tenant_id      bigint      not null,
    id             uuid        not null,
    inheritance_id uuid        not null,
    customer_id    uuid,
    group_id       uuid,
    wecom_id       text        not null check (length(wecom_id) between 1 and 64),
    name           text        not null,
    state          text        not null
        check (state in ('QUEUED', 'WAITING', 'DONE', 'REFUSED', 'AT_LIMIT', 'FAILED')),
    reason         text,
    sent_at        timestamptz,
    effective_at   timestamptz,
    at             timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, inheritance_id, wecom_id),
    foreign key (tenant_id, inheritance_id) references customer.inheritance,
    check ((customer_id is null) <> (group_id is null))
);
create index inheritance_item_customer on customer.inheritance_item (tenant_id, customer_id, state);
call kernel.wall('customer.inheritance_item');
comment on column customer.inheritance_item.sent_at is 'when WeCom was asked; with QUEUED its answer is not known';
comment on column customer.inheritance_item.reason is 'WeCom''s errcode, or a word of ours; its sentence is transfer.<reason>';

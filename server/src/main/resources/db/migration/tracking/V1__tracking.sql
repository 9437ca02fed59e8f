-- Why: tracked links, and who reads what is behind them.

-- A link says who sent what, and to whom it was meant. Who read it is for the visits to say.
create table tracking.share (
    tenant_id        bigint      not null,
    id               uuid        not null,
    code             text        not null check (length(code) between 20 and 30),
    material_id      uuid        not null,
    member_id        uuid        not null,
    customer_id      uuid,
    way              text        not null
        check (way in ('ONE_TO_ONE', 'WELCOME', 'BROADCAST', 'MOMENT', 'GROUP', 'OPEN')),
    state            text        not null check (state in ('MADE', 'SENT', 'CANCELLED')),
    first_visitor_id uuid,
    made_at          timestamptz not null,
    sent_at          timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, member_id) references directory.member,
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, first_visitor_id) references customer.visitor
);
create index share_member on tracking.share (tenant_id, member_id, id);
create index share_customer on tracking.share (tenant_id, customer_id, id);
create index share_material on tracking.share (tenant_id, material_id, id);
call kernel.wall('tracking.share');
comment on column tracking.share.customer_id is 'whom it was meant for; null when for nobody in particular';
comment on column tracking.share.first_visitor_id is 'the first device that read it: probably whom it was meant for';

-- What was got ready for a customer outside of the chat, 待发送: the sidebar offers it first.
create table tracking.parked (
    tenant_id   bigint      not null,
    id          uuid        not null,
    customer_id uuid        not null,
    member_id   uuid        not null,
    sentence    text        not null check (length(sentence) <= 1000),
    material_id uuid,
    alert_id    uuid,
    made_at     timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, member_id) references directory.member
);
create index parked_for on tracking.parked (tenant_id, customer_id, member_id, id);
call kernel.wall('tracking.parked');

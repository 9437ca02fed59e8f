-- Why: who reads is a device first. It becomes a person when WeChat says so, and all it did before then is theirs.

create table customer.visitor (
    tenant_id   bigint      not null,
    id          uuid        not null,
    key_hash    bytea       not null,
    company_id  uuid,
    open_id     text check (length(open_id) between 1 and 64),
    customer_id uuid,
    member_id   uuid,
    known_at    timestamptz,
    asked_at    timestamptz,
    made_at     timestamptz not null,
    seen_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key_hash),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, member_id) references directory.member
);
create index visitor_open on customer.visitor (tenant_id, company_id, open_id);
create index visitor_customer on customer.visitor (tenant_id, customer_id);
create index visitor_seen on customer.visitor (tenant_id, seen_at);
call kernel.wall('customer.visitor');
comment on column customer.visitor.key_hash is 'secret: of what the device''s cookie holds';
comment on column customer.visitor.open_id is 'as the company''s own authorisation names the person, customer or not';
comment on column customer.visitor.member_id is 'a colleague; what they read is never counted';
comment on column customer.visitor.asked_at is 'when WeChat last said who it is, or that it is nobody we know';

-- Why: what customers read stands on the tenant's own domain, under its own name and record number, and the tenant
-- decides whether its readers are recognised. Readers may leave a phone, ask for quiet, or complain.

create table tracking.reach_setting (
    tenant_id      bigint  not null,
    id             uuid    not null,
    domain         text    check (length(domain) between 1 and 253),
    brand          text    not null check (length(brand) <= 30),
    record_number  text    not null check (length(record_number) <= 40),
    foot           text    not null check (length(foot) <= 60),
    phone          text    not null check (length(phone) <= 20),
    identification text    not null check (identification in ('SILENT', 'ON_TAP', 'NEVER')),
    contact_form   boolean not null,
    version        int     not null,
    primary key (tenant_id, id)
);
call kernel.wall('tracking.reach_setting');
comment on table tracking.reach_setting is 'no row: nothing decided yet, the defaults of the code hold';
comment on column tracking.reach_setting.id is 'always the same: a tenant has one';
comment on column tracking.reach_setting.domain is 'null: the installation''s own address';

create table tracking.left_contact (
    tenant_id   bigint      not null,
    id          uuid        not null,
    share_id    uuid        not null,
    visitor_id  uuid        not null,
    customer_id uuid,
    member_id   uuid        not null,
    name        text        not null check (length(name) <= 30),
    phone       text        not null check (length(phone) between 5 and 20),
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references directory.member
);
create index left_contact_visitor on tracking.left_contact (tenant_id, visitor_id, share_id);
create index left_contact_member on tracking.left_contact (tenant_id, member_id, id desc);
call kernel.wall('tracking.left_contact');
comment on table tracking.left_contact is 'what readers typed: it suggests who they are, and proves nothing';
comment on column tracking.left_contact.member_id is 'who was told: the sender, or whoever took their place';
comment on column tracking.left_contact.customer_id is 'who the reader was known to be at that moment';

create table tracking.complaint (
    tenant_id  bigint      not null,
    id         uuid        not null,
    share_id   uuid        not null,
    visitor_id uuid        not null,
    reason     text        not null check (reason in ('DISTURBING', 'FALSE', 'RIGHTS', 'OTHER')),
    text       text        not null check (length(text) <= 500),
    reach      text        not null check (length(reach) <= 60),
    settled_at timestamptz,
    settled_by uuid,
    primary key (tenant_id, id)
);
create index complaint_visitor on tracking.complaint (tenant_id, visitor_id, share_id);
call kernel.wall('tracking.complaint');
comment on column tracking.complaint.reach is 'how the reader wants to be answered, in their words';
comment on column tracking.complaint.settled_by is 'the account of whoever dealt with it';

-- Each member has one code by which readers find them in WeChat; it is made when the first page wants to show it.
create table tracking.member_code (
    tenant_id  bigint      not null,
    member_id  uuid        not null,
    config_id  text,
    picture    bytea,
    claimed_at timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references directory.member
);
call kernel.wall('tracking.member_code');
comment on column tracking.member_code.config_id is 'as WeCom calls it; null until WeCom has answered';
comment on column tracking.member_code.claimed_at is 'when somebody last asked WeCom for it: others wait a while';

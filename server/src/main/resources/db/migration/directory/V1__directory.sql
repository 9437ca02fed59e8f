-- Why: who works here. WeCom tells departments and members; shops (门店) are the tenant's own and belong to departments.
-- Everything of WeCom's carries its company, for a tenant may have connected several.

create table directory.department (
    tenant_id  bigint not null,
    id         uuid   not null,
    company_id uuid   not null,
    number     bigint not null,
    parent     bigint not null,
    name       text   not null,
    sort_order bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, number),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('directory.department');
comment on column directory.department.number is 'as WeCom counts them, per company; 1 is the root';
comment on column directory.department.parent is 'number of the department above; it may be out of the app''s sight';
comment on column directory.department.name is 'empty while nobody has told it';

-- Whoever left stays: their customers, shares and deeds go on naming them, and they may come back.
create table directory.member (
    tenant_id     bigint      not null,
    id            uuid        not null,
    company_id    uuid        not null,
    user_id       text        not null check (length(user_id) between 1 and 64 and user_id = lower(user_id)),
    open_user_id  text,
    name          text,
    display_name  text        check (length(display_name) between 1 and 30),
    phone         text        check (length(phone) between 1 and 20),
    position      text        not null default '',
    status        text        not null check (status in ('UNKNOWN', 'ACTIVE', 'DISABLED', 'NOT_ACTIVATED', 'LEFT')),
    has_customers boolean     not null default false,
    heard_at      timestamptz not null,
    touched_at    timestamptz not null,
    left_at       timestamptz,
    version       int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, user_id),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('directory.member');
comment on column directory.member.user_id is 'WeCom does not distinguish case; we keep the lower one';
comment on column directory.member.name is 'null where the app may not read it; display_name is what people here entered';
comment on column directory.member.status is 'UNKNOWN: only the id was ever heard of';
comment on column directory.member.has_customers is 'whether WeCom lets them have customers, within the app''s sight';
comment on column directory.member.heard_at is 'when the latest news happened, by WeCom''s clock: older news come too late';
comment on column directory.member.touched_at is 'when we last took news in: an answer asked for earlier may not know them';

create table directory.membership (
    tenant_id     bigint  not null,
    member_id     uuid    not null,
    department_id uuid    not null,
    leads         boolean not null,
    primary key (tenant_id, member_id, department_id),
    foreign key (tenant_id, member_id) references directory.member,
    foreign key (tenant_id, department_id) references directory.department on delete cascade
);
create index membership_department on directory.membership (tenant_id, department_id);
call kernel.wall('directory.membership');

create table directory.shop (
    tenant_id     bigint not null,
    id            uuid   not null,
    code          text   not null check (length(code) between 1 and 30),
    name          text   not null check (length(name) between 1 and 60),
    city          text   not null check (length(city) <= 30),
    address       text   not null check (length(address) <= 200),
    department_id uuid,
    manager_id    uuid,
    version       int    not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    unique (tenant_id, department_id),
    foreign key (tenant_id, department_id) references directory.department on delete set null (department_id),
    foreign key (tenant_id, manager_id) references directory.member
);
call kernel.wall('directory.shop');

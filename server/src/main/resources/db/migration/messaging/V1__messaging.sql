-- Why: messages to customers, and what came of each.

-- 好友欢迎语: one row per add that wants greeting. WeCom gives 20 s and one try, so what waits is found without looking
-- through every tenant, and whoever takes it up after a crash knows what was tried.
create table messaging.welcome (
    tenant_id   bigint      not null,
    id          uuid        not null,
    company_id  uuid        not null,
    customer_id uuid        not null,
    follow_id   uuid        not null,
    member_id   uuid        not null,
    added_at    timestamptz not null,
    completes   boolean     not null,
    code        text,
    words       jsonb       not null,
    links       jsonb,
    state       text        not null check (state in ('QUEUED', 'SENT', 'MISSED')),
    reason      text,
    attempts    int         not null default 0,
    unanswered  int         not null default 0,
    done_at     timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, follow_id, added_at),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, follow_id) references customer.follow,
    foreign key (tenant_id, member_id) references directory.member
);
create index welcome_state on messaging.welcome (tenant_id, state, id);
create index welcome_customer on messaging.welcome (tenant_id, customer_id);
call kernel.wall('messaging.welcome');
comment on column messaging.welcome.completes is 'the member has added back a customer who may have been greeted before';
comment on column messaging.welcome.code is 'secret: lets one message greet; gone once the outcome is known';
comment on column messaging.welcome.links is 'its materials as shares of their own; made at the first try and used for all';
comment on column messaging.welcome.reason is 'WeCom''s errcode, or a word of ours; its sentence is welcome.<reason>';
comment on column messaging.welcome.unanswered is 'tries whose answer has not come, or not yet: one may have sent it';

create table messaging.waiting_welcome (
    id        uuid        not null primary key,
    tenant_id bigint      not null,
    next_at   timestamptz not null
);
create index waiting_welcome_next on messaging.waiting_welcome (next_at);
comment on table messaging.waiting_welcome is 'global: each node looks every second for what another left behind; holds ids only';

-- Pictures that welcomes carry; WeCom keeps a copy of each, per company.
create table messaging.welcome_picture (
    tenant_id    bigint      not null,
    id           uuid        not null,
    content_type text        not null check (content_type in ('image/png', 'image/jpeg')),
    bytes        bytea       not null check (length(bytes) between 6 and 2097152),
    created_at   timestamptz not null,
    primary key (tenant_id, id)
);
call kernel.wall('messaging.welcome_picture');

create table messaging.welcome_picture_copy (
    tenant_id  bigint not null,
    picture_id uuid   not null,
    company_id uuid   not null,
    url        text,
    media_id   text,
    media_at   timestamptz,
    primary key (tenant_id, picture_id, company_id),
    foreign key (tenant_id, picture_id) references messaging.welcome_picture on delete cascade,
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('messaging.welcome_picture_copy');
comment on column messaging.welcome_picture_copy.url is 'stays for good';
comment on column messaging.welcome_picture_copy.media_id is 'dies three days after media_at; renewed a day ahead';

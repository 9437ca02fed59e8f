-- Why: channels, the codes under them, and whom they brought.

-- 渠道分组: a tree that the company draws as it likes.
create table acquisition.channel (
    tenant_id  bigint not null,
    id         uuid   not null,
    parent_id  uuid,
    name       text   not null check (length(name) between 1 and 30),
    sort_order int    not null default 0,
    version    int    not null default 1,
    primary key (tenant_id, id),
    unique nulls not distinct (tenant_id, parent_id, name),
    foreign key (tenant_id, parent_id) references acquisition.channel,
    check (parent_id <> id)
);
call kernel.wall('acquisition.channel');

-- 渠道活码. A printed code is never deleted: WeCom's way lives on, with the spare members, once it is retired or over.
create table acquisition.channel_code (
    tenant_id   bigint      not null,
    id          uuid        not null,
    company_id  uuid        not null,
    form        text        not null check (form in ('DIRECT', 'GUIDED', 'LINK')),
    page_key    text,
    channel_id  uuid        not null,
    name        text        not null check (length(name) between 1 and 30),
    state_key   text        not null check (length(state_key) between 8 and 30),
    daily_cap   int         check (daily_cap between 1 and 1000),
    by_rest     boolean     not null,
    balanced    boolean     not null,
    skip_verify boolean     not null,
    exclusive   boolean     not null,
    remark      text        not null check (length(remark) <= 60),
    stage_id    uuid,
    welcome     jsonb       not null,
    expires_at  timestamptz,
    retired_at  timestamptz,
    config_id   text,
    content     text,
    live        text        not null default '',
    trouble     text,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    version     int         not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, state_key),
    unique (tenant_id, page_key),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, channel_id) references acquisition.channel,
    foreign key (tenant_id, stage_id) references customer.stage on delete set null (stage_id)
);
create index channel_code_channel on acquisition.channel_code (tenant_id, channel_id);
call kernel.wall('acquisition.channel_code');
comment on column acquisition.channel_code.state_key is 'WeCom''s state: comes back with whoever scans';
comment on column acquisition.channel_code.page_key is 'stands in the address of our page, where there is one';
comment on column acquisition.channel_code.daily_cap is 'adds a day of each member; approximate where WeCom picks at the scan';
comment on column acquisition.channel_code.by_rest is 'members who rest or are off their shift are left out';
comment on column acquisition.channel_code.exclusive is 'whoever has added a member of the code comes back to the same one';
comment on column acquisition.channel_code.content is 'what the picture says; pictures of ours say the same';
comment on column acquisition.channel_code.live is 'what WeCom was last told';
comment on column acquisition.channel_code.trouble is 'WeCom''s errcode, or a word of ours; its sentence is channel-code.trouble.<it>';

create table acquisition.channel_code_member (
    tenant_id bigint  not null,
    code_id   uuid    not null,
    member_id uuid    not null,
    spare     boolean not null,
    primary key (tenant_id, code_id, member_id, spare),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade,
    foreign key (tenant_id, member_id) references directory.member
);
create index channel_code_member_member on acquisition.channel_code_member (tenant_id, member_id);
call kernel.wall('acquisition.channel_code_member');
comment on column acquisition.channel_code_member.spare is '备用员工: takes over when nobody else can';

create table acquisition.channel_code_department (
    tenant_id     bigint not null,
    code_id       uuid   not null,
    department_id uuid   not null,
    primary key (tenant_id, code_id, department_id),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade,
    foreign key (tenant_id, department_id) references directory.department on delete cascade
);
call kernel.wall('acquisition.channel_code_department');

create table acquisition.channel_code_tag (
    tenant_id bigint not null,
    code_id   uuid   not null,
    tag_id    uuid   not null,
    primary key (tenant_id, code_id, tag_id),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade,
    foreign key (tenant_id, tag_id) references customer.tag on delete cascade
);
call kernel.wall('acquisition.channel_code_tag');

-- Whom a code brought: one row per friendship, however often it begins anew.
create table acquisition.arrival (
    tenant_id   bigint      not null,
    code_id     uuid        not null,
    follow_id   uuid        not null,
    customer_id uuid        not null,
    member_id   uuid        not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    times       int         not null default 1,
    fresh       boolean     not null,
    late        boolean     not null,
    over_cap    boolean     not null,
    by_spare    boolean     not null,
    ended_at    timestamptz,
    primary key (tenant_id, code_id, follow_id),
    foreign key (tenant_id, code_id) references acquisition.channel_code,
    foreign key (tenant_id, follow_id) references customer.follow,
    foreign key (tenant_id, member_id) references directory.member
);
create index arrival_first on acquisition.arrival (tenant_id, code_id, first_at);
create index arrival_at on acquisition.arrival (tenant_id, first_at);
create index arrival_follow on acquisition.arrival (tenant_id, follow_id);
call kernel.wall('acquisition.arrival');
comment on column acquisition.arrival.customer_id is 'as they were called when they came; a join moves only the friendship';
comment on column acquisition.arrival.fresh is '新增客户: nobody here knew them before';
comment on column acquisition.arrival.late is 'the code was retired or over';
comment on column acquisition.arrival.over_cap is 'the member had reached the day''s cap already';

-- Why: the people outside. A customer is a person; WeCom knows them by an id of its own per company and kind of app, and
-- whoever shares a UnionID is one person. What a member notes belongs to the follow, not to the person.

create table customer.customer (
    tenant_id bigint      not null,
    id        uuid        not null,
    union_id  text,
    name      text        not null default '',
    avatar    text,
    type      int         not null default 0,
    gender    int         not null default 0,
    corp_name text,
    position  text,
    existing  boolean     not null default false,
    added_at  timestamptz,
    lost_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, union_id)
);
create index customer_added on customer.customer (tenant_id, added_at desc, id desc);
call kernel.wall('customer.customer');
comment on column customer.customer.name is 'empty until WeCom was asked';
comment on column customer.customer.type is '1 a WeChat user, 2 a WeCom user, 0 not asked yet';
comment on column customer.customer.existing is '存量: was there before the company''s first sync began';
comment on column customer.customer.added_at is 'when the first of all follows began';
comment on column customer.customer.lost_at is 'when the last follow ended; null while anybody follows';

create table customer.identity (
    tenant_id        bigint      not null,
    id               uuid        not null,
    company_id       uuid        not null,
    external_user_id text        not null check (length(external_user_id) between 1 and 64),
    customer_id      uuid        not null,
    news             int         not null default 0,
    touched_at       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, external_user_id),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, customer_id) references customer.customer
);
create index identity_customer on customer.identity (tenant_id, customer_id);
call kernel.wall('customer.identity');
comment on table customer.identity is 'a company is connected by one kind of app, so it stands for that kind too';
comment on column customer.identity.news is 'counts news taken in: a profile that was asked for before them is old';
comment on column customer.identity.touched_at is 'when news were last taken in, by our clock';

-- Who was joined into whom: an id once given out goes on meaning the person.
create table customer.joined (
    tenant_id   bigint not null,
    id          uuid   not null,
    customer_id uuid   not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer.customer
);
create index joined_customer on customer.joined (tenant_id, customer_id);
call kernel.wall('customer.joined');

create table customer.follow (
    tenant_id      bigint      not null,
    id             uuid        not null,
    identity_id    uuid        not null,
    customer_id    uuid        not null,
    member_id      uuid        not null,
    state          text        not null check (state in ('ACTIVE', 'DELETED_BY_MEMBER', 'DELETED_BY_CUSTOMER', 'TRANSFERRED', 'NOT_TOLD')),
    half           boolean     not null,
    created_at     timestamptz,
    begun_at       timestamptz,
    heard_at       timestamptz not null,
    ended_at       timestamptz,
    last_reason    text        check (last_reason in ('DELETED_BY_MEMBER', 'DELETED_BY_CUSTOMER', 'TRANSFERRED')),
    remark         text        not null,
    description    text        not null,
    mobiles        text[]      not null,
    corp_name      text,
    add_way        int         not null,
    channel        text,
    oper_user_id   text,
    primary key (tenant_id, id),
    unique (tenant_id, identity_id, member_id),
    foreign key (tenant_id, identity_id) references customer.identity,
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, member_id) references directory.member
);
create index follow_customer on customer.follow (tenant_id, customer_id);
create index follow_member on customer.follow (tenant_id, member_id, state);
call kernel.wall('customer.follow');
comment on column customer.follow.state is 'NOT_TOLD: it is no longer there, and nobody said who ended it';
comment on column customer.follow.half is 'the customer added the member, who has not added back yet';
comment on column customer.follow.created_at is 'as WeCom says; null when only the end was ever heard of';
comment on column customer.follow.begun_at is 'when the latest beginning that we told others of happened';
comment on column customer.follow.heard_at is 'when the latest beginning or end that we heard of happened, by WeCom''s clock';
comment on column customer.follow.last_reason is 'of the end at heard_at, when the latest heard of was one; perhaps of a friendship whose beginning is still on its way';
comment on column customer.follow.channel is 'WeCom''s state: the code or link through which the customer came';

-- 企业标签, as WeCom has them.
create table customer.tag_group (
    tenant_id  bigint not null,
    id         uuid   not null,
    company_id uuid   not null,
    wecom_id   text   not null check (length(wecom_id) between 1 and 64),
    name       text   not null,
    sort_order bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, wecom_id),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('customer.tag_group');

create table customer.tag (
    tenant_id  bigint not null,
    id         uuid   not null,
    company_id uuid   not null,
    wecom_id   text   not null check (length(wecom_id) between 1 and 64),
    group_id   uuid,
    name       text   not null,
    sort_order bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, wecom_id),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, group_id) references customer.tag_group on delete cascade
);
create index tag_of_group on customer.tag (tenant_id, group_id);
call kernel.wall('customer.tag');
comment on column customer.tag.group_id is 'null while only its id was seen on a follow';

create table customer.follow_tag (
    tenant_id bigint not null,
    follow_id uuid   not null,
    tag_id    uuid   not null,
    primary key (tenant_id, follow_id, tag_id),
    foreign key (tenant_id, follow_id) references customer.follow,
    foreign key (tenant_id, tag_id) references customer.tag on delete cascade
);
create index follow_tag_tag on customer.follow_tag (tenant_id, tag_id, follow_id);
call kernel.wall('customer.follow_tag');

-- Of whom we want to ask WeCom anew: one row per customer however much the news, so a busy customer costs one call.
create table customer.wanted_profile (
    tenant_id   bigint      not null,
    identity_id uuid        not null,
    company_id  uuid        not null,
    wanted_at   timestamptz not null,
    attempts    int         not null default 0,
    next_at     timestamptz not null,
    reason      text,
    primary key (tenant_id, identity_id),
    foreign key (tenant_id, identity_id) references customer.identity
);
create index wanted_profile_next on customer.wanted_profile (tenant_id, company_id, next_at);
call kernel.wall('customer.wanted_profile');
comment on table customer.wanted_profile is 'unexported: work that is done by the time anybody reads it';

create table customer.wanted_tags (
    tenant_id  bigint      not null,
    company_id uuid        not null,
    news       int         not null,
    wanted_at  timestamptz not null,
    primary key (tenant_id, company_id),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('customer.wanted_tags');
comment on table customer.wanted_tags is 'unexported: work that is done by the time anybody reads it';

-- Everything that happened with a customer, 客户动态: the spine. The id holds the time, so the key also parts the months.
create table customer.interaction (
    tenant_id   bigint not null,
    id          uuid   not null,
    customer_id uuid   not null,
    kind        text   not null,
    member_id   uuid,
    detail      jsonb  not null,
    primary key (tenant_id, id)
) partition by range (id);
create index interaction_customer on customer.interaction (tenant_id, customer_id, id);
call kernel.wall('customer.interaction');

-- Nobody reaches a partition but by its table. What lies outside of all months goes to the last one, and is not lost.
create table customer.interaction_other partition of customer.interaction default;
call kernel.wall('customer.interaction_other');
revoke all on customer.interaction_other from ${app};

-- Makes the months up to a year ahead. Reviewed: runs as the owner, takes no argument and makes nothing but partitions.
create procedure customer.extend_interactions()
    language plpgsql
    security definer
    set search_path = ''
as
$$
declare
    month timestamptz := date_trunc('month', now() at time zone 'UTC') at time zone 'UTC';
    partition text;
begin
    for ahead in 0..12 loop
        partition := 'interaction_' || to_char(month at time zone 'UTC', 'YYYY_MM');
        if to_regclass('customer.' || partition) is null then
            execute format('create table customer.%I partition of customer.interaction for values from (%L) to (%L)',
                partition, customer.floor_of(month), customer.floor_of(month + interval '1 month'));
            execute format('call kernel.wall(%L)', 'customer.' || partition);
            execute format('revoke all on customer.%I from ${app}', partition);
        end if;
        month := month + interval '1 month';
    end loop;
end
$$;
grant execute on procedure customer.extend_interactions() to ${app};

-- The smallest id of that moment.
create function customer.floor_of(moment timestamptz) returns uuid
    language sql
    immutable
    set search_path = ''
as
$$
    select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;
call customer.extend_interactions();

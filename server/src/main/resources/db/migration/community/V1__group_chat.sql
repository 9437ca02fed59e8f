-- Why: customers and members meet in group chats. WeCom has them; we keep who owns them and who sits in them.

create table community.group_chat (
    tenant_id    bigint      not null,
    id           uuid        not null,
    company_id   uuid        not null,
    chat_id      text        not null check (length(chat_id) between 1 and 64),
    name         text        not null default '',
    notice       text        not null default '',
    owner_id     uuid,
    state        text        not null check (state in ('ACTIVE', 'OWNER_LEFT', 'DISMISSED')),
    customers    int         not null default 0,
    members      int         not null default 0,
    created_at   timestamptz,
    seen_at      timestamptz not null,
    dismissed_at timestamptz,
    news         int         not null default 0,
    next_at      timestamptz,
    attempts     int         not null default 0,
    reason       text,
    primary key (tenant_id, id),
    unique (tenant_id, company_id, chat_id),
    foreign key (tenant_id, company_id) references wecom.company,
    foreign key (tenant_id, owner_id) references directory.member
);
create index group_chat_owner on community.group_chat (tenant_id, owner_id);
create index group_chat_next on community.group_chat (tenant_id, next_at);
call kernel.wall('community.group_chat');
comment on column community.group_chat.owner_id is 'null until WeCom was asked';
comment on column community.group_chat.seen_at is 'when WeCom last showed it to us';
comment on column community.group_chat.news is 'counts news taken in: an answer that was asked for before them is old';
comment on column community.group_chat.next_at is 'when to ask WeCom anew; null when nothing is wanted';

create table community.group_seat (
    tenant_id     bigint      not null,
    group_chat_id uuid        not null,
    wecom_id      text        not null check (length(wecom_id) between 1 and 64),
    external      boolean     not null,
    name          text,
    member_id     uuid,
    joined_at     timestamptz not null,
    join_scene    int         not null,
    channel       text,
    left_at       timestamptz,
    primary key (tenant_id, group_chat_id, wecom_id),
    foreign key (tenant_id, group_chat_id) references community.group_chat,
    foreign key (tenant_id, member_id) references directory.member
);
create index group_seat_who on community.group_seat (tenant_id, wecom_id);
call kernel.wall('community.group_seat');
comment on column community.group_seat.wecom_id is 'user id of a member, external user id of a customer';
comment on column community.group_seat.channel is 'WeCom''s state: the group code through which they came';

-- Why: what members should know stands in their list until they have seen it, and goes to their phones as messages of
-- the app: later in quiet hours, and never more than the platform takes.

create table directory.notice (
    tenant_id bigint      not null,
    id        uuid        not null,
    member_id uuid        not null,
    place     uuid        not null,
    kind      text        not null check (length(kind) between 1 and 60),
    words     jsonb       not null,
    link      text        not null check (length(link) between 1 and 300),
    merge_key text check (length(merge_key) between 1 and 200),
    urgency   text        not null check (urgency in ('QUIET', 'ORDINARY', 'NOW', 'PRESSING')),
    told_at   timestamptz not null,
    times     int         not null default 1,
    seen_at   timestamptz,
    state     text        not null check (state in ('NONE', 'WAITING', 'SENDING', 'SENT', 'FAILED')),
    held      boolean     not null default false,
    due_at    timestamptz,
    attempts  int         not null default 0,
    sent_at   timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, member_id, place),
    foreign key (tenant_id, member_id) references directory.member
);
create unique index notice_merge on directory.notice (tenant_id, member_id, merge_key)
    where seen_at is null and merge_key is not null;
create index notice_due on directory.notice (tenant_id, due_at) where state in ('WAITING', 'SENDING');
create index notice_unseen on directory.notice (tenant_id, member_id) where seen_at is null;
call kernel.wall('directory.notice');
comment on column directory.notice.place is 'moves to the top of the list when the same is told again';
comment on column directory.notice.state is 'of the message to the phone; NONE: there is none';
comment on column directory.notice.held is 'whether it waited for quiet hours or a rest to end';
comment on column directory.notice.due_at is 'when to send; while sending, when another may take it over';

-- The platform drops what comes beyond 30 a minute and member, so we count.
create table directory.notice_message (
    tenant_id bigint      not null,
    id        uuid        not null,
    member_id uuid        not null,
    at        timestamptz not null,
    notices   int         not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references directory.member
);
create index notice_message_member on directory.notice_message (tenant_id, member_id, at);
call kernel.wall('directory.notice_message');
comment on table directory.notice_message is 'unexported: counts messages within the last minutes';

create table directory.notice_setting (
    tenant_id         bigint  not null,
    member_id         uuid    not null,
    silenced          text[]  not null,
    quiet_from        time,
    quiet_to          time,
    phone_left_passes boolean not null,
    version           int     not null default 1,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references directory.member,
    check ((quiet_from is null) = (quiet_to is null))
);
call kernel.wall('directory.notice_setting');
comment on column directory.notice_setting.silenced is 'kinds that only stand in the list';
comment on column directory.notice_setting.quiet_from is 'null: as the company has it';

-- The company's own quiet hours, for everybody who chose no others. Without a row they are the usual ones.
create table directory.quiet_hours (
    tenant_id  bigint not null primary key,
    quiet_from time   not null,
    quiet_to   time   not null
);
call kernel.wall('directory.quiet_hours');

-- Why: 引导页码 shows one member's own code, chosen at the scan; each way is made beforehand, each seat is counted.

create table acquisition.guide_way (
    tenant_id bigint not null,
    code_id   uuid   not null,
    member_id uuid   not null,
    key       text   not null check (length(key) <= 40),
    config_id text,
    picture   bytea,
    live      text   not null default '',
    primary key (tenant_id, code_id, member_id),
    unique (tenant_id, code_id, key),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade,
    foreign key (tenant_id, member_id) references directory.member
);
call kernel.wall('acquisition.guide_way');
comment on column acquisition.guide_way.key is 'stands behind the code''s own state, so that a scan names both';
comment on column acquisition.guide_way.picture is 'the code to press and hold, as WeCom draws it';
comment on column acquisition.guide_way.live is 'what WeCom was last told';

create table acquisition.guide_seat (
    tenant_id  bigint      not null,
    code_id    uuid        not null,
    visitor_id uuid        not null,
    member_id  uuid        not null,
    held_until timestamptz not null,
    primary key (tenant_id, code_id, visitor_id),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade,
    foreign key (tenant_id, member_id) references directory.member
);
create index guide_seat_until on acquisition.guide_seat (tenant_id, held_until);
call kernel.wall('acquisition.guide_seat');
comment on table acquisition.guide_seat is 'who was shown a member and may still come; counts towards the cap until then';

-- Why: whoever rests today or is off their shift is not disturbed; somebody else stands in for them.

create table directory.rest_day (
    tenant_id bigint      not null,
    member_id uuid        not null,
    day       date        not null,
    set_at    timestamptz not null,
    primary key (tenant_id, member_id, day),
    foreign key (tenant_id, member_id) references directory.member
);
call kernel.wall('directory.rest_day');
comment on column directory.rest_day.day is 'in the time zone of the company';

create table directory.duty (
    tenant_id bigint not null,
    member_id uuid   not null,
    spare_id  uuid check (spare_id <> member_id),
    version   int    not null default 1,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references directory.member,
    foreign key (tenant_id, spare_id) references directory.member
);
call kernel.wall('directory.duty');

-- Without any, a member is always on their shift.
create table directory.shift (
    tenant_id bigint   not null,
    member_id uuid     not null,
    weekday   smallint not null check (weekday between 1 and 7),
    starts    time     not null,
    ends      time     not null,
    primary key (tenant_id, member_id, weekday, starts),
    foreign key (tenant_id, member_id) references directory.duty on delete cascade,
    check (starts < ends)
);
call kernel.wall('directory.shift');
comment on column directory.shift.weekday is '1 is Monday';

-- Why: 今日待跟进. Who is on a member's list follows from what happened; what members do with its cards is kept here.

create table automation.today_deed (
    tenant_id   bigint      not null,
    id          uuid        not null,
    member_id   uuid        not null,
    customer_id uuid        not null,
    deed        text        not null check (deed in ('DONE', 'LATER', 'NOT_NOW', 'GIVEN', 'GIVEN_AWAY')),
    at          timestamptz not null,
    until       timestamptz,
    reason      text check (length(reason) <= 100),
    primary key (tenant_id, id),
    foreign key (tenant_id, member_id) references directory.member
);
create index today_deed_member on automation.today_deed (tenant_id, member_id, at desc);
create index today_deed_customer on automation.today_deed (tenant_id, customer_id);
call kernel.wall('automation.today_deed');
comment on column automation.today_deed.until is 'LATER: when to remind; NOT_NOW and GIVEN_AWAY: until when only something new brings them back';
comment on column automation.today_deed.reason is 'NOT_NOW: in the member''s words; GIVEN: who gave';

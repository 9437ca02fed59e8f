-- Why: WeCom refuses a whole list for one member whom it does not take, and names nobody; the others must go on.

create table acquisition.member_aside (
    tenant_id bigint      not null,
    member_id uuid        not null,
    reason    text        not null,
    until     timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references directory.member
);
call kernel.wall('acquisition.member_aside');
comment on column acquisition.member_aside.reason is 'WeCom''s errcode; its sentence is channel-code.aside.<it>';
comment on column acquisition.member_aside.until is 'then WeCom is asked again: what was wrong is mended on its side, and nobody tells';

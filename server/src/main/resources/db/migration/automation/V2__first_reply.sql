-- Why: whoever adds a member through an acquisition link is waiting now. When nobody turns to them in time, the spare is
-- told, and then the manager.

create table automation.first_reply (
    tenant_id   bigint      not null,
    follow_id   uuid        not null,
    customer_id uuid        not null,
    member_id   uuid        not null,
    begun_at    timestamptz not null,
    due_at      timestamptz not null,
    step        int         not null default 0 check (step between 0 and 1),
    primary key (tenant_id, follow_id),
    foreign key (tenant_id, member_id) references directory.member
);
create index first_reply_due on automation.first_reply (tenant_id, due_at);
call kernel.wall('automation.first_reply');
comment on table automation.first_reply is 'unexported: clocks that run for minutes';
comment on column automation.first_reply.step is 'who is told next: 0 the spare, 1 the manager';

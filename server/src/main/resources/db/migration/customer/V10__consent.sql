-- Why: whoever asks for quiet (少打扰) is left in peace: by the page's foot, or by one tap of their member. A reader may
-- ask before anybody knows who they are; once they are known, the wish is the person's.

create table customer.quiet (
    tenant_id   bigint      not null,
    customer_id uuid        not null,
    member_id   uuid,
    asked_at    timestamptz not null,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer.customer,
    foreign key (tenant_id, member_id) references directory.member
);
call kernel.wall('customer.quiet');
comment on column customer.quiet.member_id is 'who noted it; null when the customer asked for it themselves';

create table customer.quiet_visitor (
    tenant_id  bigint      not null,
    visitor_id uuid        not null,
    asked_at   timestamptz not null,
    primary key (tenant_id, visitor_id)
);
call kernel.wall('customer.quiet_visitor');

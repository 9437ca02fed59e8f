-- Why: what other parts of the house want to have on a friendship in WeCom: tags and the remark. WeCom is asked once the
-- wish is stored, and again until it agrees or it makes no sense any more.

create table customer.follow_wish (
    tenant_id bigint      not null,
    id        uuid        not null,
    follow_id uuid        not null,
    tags      uuid[]      not null,
    remark    text,
    attempts  int         not null default 0,
    at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, follow_id) references customer.follow
);
create index follow_wish_at on customer.follow_wish (tenant_id, at);
call kernel.wall('customer.follow_wish');
comment on table customer.follow_wish is 'unexported: work that is done by the time anybody reads it';
comment on column customer.follow_wish.remark is 'with {客户} where the name goes; null leaves it as it is';

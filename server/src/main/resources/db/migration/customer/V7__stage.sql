-- Why: 客户阶段, where customers stand on the journey. Each trade has its own, and each company may change them.

create table customer.journey (
    tenant_id bigint not null,
    version   int    not null,
    primary key (tenant_id)
);
call kernel.wall('customer.journey');
comment on table customer.journey is 'all stages of a company are changed together, so they have one version';

create table customer.stage (
    tenant_id bigint not null,
    id        uuid   not null,
    name      text   not null check (length(name) between 1 and 20),
    place     int    not null,
    primary key (tenant_id, id)
);
call kernel.wall('customer.stage');
comment on column customer.stage.name is 'once: all stages are changed together, under one version, so that names may be swapped';

alter table customer.customer
    add column stage_id uuid,
    add column staged_at timestamptz,
    add foreign key (tenant_id, stage_id) references customer.stage;
create index customer_stage on customer.customer (tenant_id, stage_id, added_at desc, id desc);
comment on column customer.customer.staged_at is 'since when they stand there';

alter table customer.follow add column contacted_at timestamptz;
comment on column customer.follow.contacted_at is 'when the member last reached out, as far as Tilth knows; chats are not seen';

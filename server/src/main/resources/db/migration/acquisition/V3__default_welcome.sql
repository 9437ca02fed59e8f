-- Why: whoever comes without a code of ours is greeted as well, in the company's own words.

create table acquisition.default_welcome (
    tenant_id bigint not null,
    id        uuid   not null,
    welcome   jsonb  not null,
    version   int    not null default 1,
    primary key (tenant_id, id)
);
call kernel.wall('acquisition.default_welcome');
comment on table acquisition.default_welcome is 'one row per tenant';

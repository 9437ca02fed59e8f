-- Why: what customers read stands on the tenant's own domain, under its own name and record number, and the tenant
-- decides whether its readers are recognised. Readers may leave a phone, ask for quiet, or complain.

create table tracking.reach_setting (
    tenant_id      bigint  not null,
    id             uuid    not null,
    domain         text    check (length(domain) between 1 and 253),
    brand          text    not null check (length(brand) <= 30),
    record_number  text    not null check (length(record_number) <= 40),
    foot           text    not null check (length(foot) <= 60),
    phone          text    not null check (length(phone) <= 20),
    identification text    not null check (identification in ('SILENT', 'ON_TAP', 'NEVER')),
    contact_form   boolean not null,
    version        int     not null,
    primary key (tenant_id, id)
);
call kernel.wall('tracking.reach_setting');
comment on table tracking.reach_setting is 'no row: nothing decided yet, the defaults of the code hold';
comment on column tracking.reach_setting.id is 'always the same: a tenant has one';
comment on column tracking.reach_setting.domain is 'null: the installation''s own address';

-- Why: 获客链接 tells which click brought somebody, and spends a quota that has to be watched.

create table acquisition.link_click (
    tenant_id  bigint      not null,
    code_id    uuid        not null,
    key        text        not null check (length(key) <= 40),
    click      text        not null check (length(click) <= 500),
    clicked_at timestamptz not null,
    primary key (tenant_id, code_id, key),
    foreign key (tenant_id, code_id) references acquisition.channel_code on delete cascade
);
create index link_click_at on acquisition.link_click (tenant_id, clicked_at);
call kernel.wall('acquisition.link_click');
comment on column acquisition.link_click.key is 'goes along in customer_channel, which holds 64 bytes; an advertiser''s number may be longer';

create table acquisition.link_quota (
    tenant_id   bigint      not null,
    company_id  uuid        not null,
    used        int         not null,
    quota_left  int         not null,
    ending      int         not null,
    ends_at     timestamptz,
    asked_at    timestamptz not null,
    stale       boolean     not null default false,
    primary key (tenant_id, company_id),
    foreign key (tenant_id, company_id) references wecom.company
);
call kernel.wall('acquisition.link_quota');
comment on column acquisition.link_quota.ending is 'how many of those left end at ends_at, the next end there is';
comment on column acquisition.link_quota.stale is 'WeCom said that it has changed';

-- Why: figures over shares are made elsewhere, out of what is published here.

create index share_sent on tracking.share (tenant_id, sent_at) where state = 'SENT';
create index visit_opened on tracking.visit (tenant_id, opened_at) where certainty <> 'VISITOR';
create index alert_contacted on tracking.alert (tenant_id, contacted_at) where contacted_at is not null;

-- News about one customer join one alert, which then speaks of the latest share. These are the shares before that one:
-- whoever answers it has answered for them as well.
create table tracking.alert_share (
    tenant_id bigint not null,
    alert_id  uuid   not null,
    share_id  uuid   not null,
    primary key (tenant_id, alert_id, share_id),
    foreign key (tenant_id, alert_id) references tracking.alert on delete cascade
);
call kernel.wall('tracking.alert_share');

-- 分享: what members sent to one customer by hand. The steps after it are the same shares as far as they came, dated as
-- they were sent, so that each step is a part of the one before; reached_at is when they came there.
create view tracking.shared with (security_invoker = true) as
select tenant_id, id, customer_id, member_id, sent_at as at, sent_at as reached_at, material_id
from tracking.share
where state = 'SENT' and way = 'ONE_TO_ONE' and customer_id is not null and sent_at is not null;

-- 打开: by the customer it was meant for, for sure or probably.
create view tracking.shared_opened with (security_invoker = true) as
select s.tenant_id, s.id, s.customer_id, s.member_id, s.at, first.reached_at, s.material_id
from tracking.shared s
join lateral (
    select min(v.opened_at) as reached_at
    from tracking.visit v
    where v.tenant_id = s.tenant_id and v.share_id = s.id and v.customer_id = s.customer_id) first
    on first.reached_at is not null;

-- 读: 30 s and half of it, or 3 min, or to the end.
create view tracking.shared_read with (security_invoker = true) as
select s.tenant_id, s.id, s.customer_id, s.member_id, s.at, first.reached_at, s.material_id
from tracking.shared s
join lateral (
    select min(v.last_at) as reached_at
    from tracking.visit v
    where v.tenant_id = s.tenant_id and v.share_id = s.id and v.customer_id = s.customer_id
        and ('READ' = any (v.told) or 'READ_LONG' = any (v.told))) first
    on first.reached_at is not null;

-- 已联系: within 24 h of an alert about it, somebody sent something, opened the chat, dialled, or said so.
create view tracking.shared_contacted with (security_invoker = true) as
select s.tenant_id, s.id, s.customer_id, s.member_id, s.at, greatest(s.reached_at, first.reached_at) as reached_at,
    s.material_id
from tracking.shared_read s
join lateral (
    select min(a.contacted_at) as reached_at
    from tracking.alert a
    where a.tenant_id = s.tenant_id and a.customer_id = s.customer_id and a.state = 'CONTACTED'
        and a.contacted_at <= a.opened_at + interval '24 hours'
        and (a.share_id = s.id or exists (
            select 1
            from tracking.alert_share b
            where b.tenant_id = a.tenant_id and b.alert_id = a.id and b.share_id = s.id))) first
    on first.reached_at is not null;

-- Every time a customer whom we know opened something, however it reached them.
create view tracking.opening with (security_invoker = true) as
select tenant_id, id, customer_id, member_id, opened_at as at, material_id
from tracking.visit
where certainty <> 'VISITOR';

-- Alerts that were answered within 24 h, credited to whoever answered.
create view tracking.answered with (security_invoker = true) as
select tenant_id, id, customer_id, contacted_by as member_id, contacted_at as at, material_id
from tracking.alert
where state = 'CONTACTED' and contacted_by is not null and contacted_at is not null
    and contacted_at <= opened_at + interval '24 hours';

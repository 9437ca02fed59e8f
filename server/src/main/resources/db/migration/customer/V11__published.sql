-- Why: figures over customers are made elsewhere, out of what is published here, so that a change of our tables need not
-- be felt there.

create index customer_lost on customer.customer (tenant_id, lost_at);

-- 新增客户: somebody's first friendship here, as WeCom dates it. Whom colleagues handed over (201, 202) is nobody new, and
-- neither is 存量, who was there before.
create view customer.newcomer with (security_invoker = true) as
select c.tenant_id, f.id, c.id as customer_id, f.member_id, c.added_at as at
from customer.customer c
join customer.follow f on f.tenant_id = c.tenant_id and f.id = (
    select first.id
    from customer.follow first
    where first.tenant_id = c.tenant_id and first.customer_id = c.id and first.created_at is not null
    order by first.created_at, first.id
    limit 1)
where not c.existing and f.add_way not in (201, 202);

-- 流失: nobody's friend any more. Credited to whoever was left last.
create view customer.loss with (security_invoker = true) as
select c.tenant_id, f.id, c.id as customer_id, f.member_id, c.lost_at as at
from customer.customer c
join customer.follow f on f.tenant_id = c.tenant_id and f.id = (
    select last.id
    from customer.follow last
    where last.tenant_id = c.tenant_id and last.customer_id = c.id
    order by last.ended_at desc nulls last, last.id
    limit 1)
where c.lost_at is not null;

-- 好友数: who is whose friend now.
create view customer.friendship with (security_invoker = true) as
select tenant_id, id, customer_id, member_id, coalesce(created_at, begun_at, heard_at) as at
from customer.follow
where state = 'ACTIVE';

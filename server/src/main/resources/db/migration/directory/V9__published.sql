-- Why: figures are wanted by shop, and only this module knows who belongs to one.

create view directory.shop_member with (security_invoker = true) as
select s.tenant_id, s.id as shop_id, m.member_id
from directory.shop s
join directory.membership m on m.tenant_id = s.tenant_id and m.department_id = s.department_id;

create view directory.shop_name with (security_invoker = true) as
select tenant_id, id as shop_id, name
from directory.shop;

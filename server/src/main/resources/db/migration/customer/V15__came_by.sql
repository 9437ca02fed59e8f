-- Why: figures are wanted by channel, and this module keeps by which one each customer first came.

create view customer.came_by with (security_invoker = true) as
select tenant_id, id as customer_id, origin_id as channel_id
from customer.customer
where origin_id is not null;

-- How much of what was paid for an order went back, in parts: what the refunds that are done come to.
alter table order_reference add column given_back numeric not null default 0;

update order_reference r set given_back = done.amount
from (
    select f.external_order_id, sum(f.amount) as amount
    from refund_request f
    join staff_action s on s.key = f.action_key
    join ledger l on l.contact_id = s.contact_id and l.key = s.key and l.state = 'ok'
    where f.state = 'approved' and l.reply ~* '"status"\s*:\s*"refunded"'
    group by f.external_order_id
) done
where done.external_order_id = r.external_order_id;

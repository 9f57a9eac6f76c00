-- What waits for a person, the longest first.
create index order_reference_pending on order_reference (status_at, id) where status in ('received', 'pending');
create index order_reference_stale on order_reference (status_at, id) where status not in ('delivered', 'cancelled');
create index order_reference_unassigned on order_reference (created_at, id)
    where assignee is null and status not in ('delivered', 'cancelled');
create index order_reference_unpaid on order_reference (greatest(status_at, payment_at), id)
    where payment in ('unpaid', 'requested', 'failed') and status in ('confirmed', 'preparing', 'ready', 'shipped', 'delivered');
create index order_reference_flagged on order_reference (changed_at, id) where flag is not null;
create index order_notice_waiting on order_notice (at) where state = 'held';
create index outbox_held_since on outbox (created_at, id) where state = 'held';

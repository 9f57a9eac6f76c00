-- Since when a contact's session waits for the ERP to answer; those who wait are served in this order.
alter table conversation add queued_at timestamptz;

create index conversation_queued on conversation (queued_at, contact_id) where queued_at is not null;

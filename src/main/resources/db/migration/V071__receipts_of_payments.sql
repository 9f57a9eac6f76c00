-- Receipts of payments that are of no order: whose they are, and for what.
alter table receipt alter column external_order_id drop not null;
alter table receipt add column contact_id bigint;
alter table receipt add column amount numeric;
alter table receipt add column currency text;
alter table receipt add column description text;
alter table receipt add column method text;
alter table receipt add constraint receipt_of_something
    check (external_order_id is not null or (contact_id is not null and amount is not null and currency is not null));

create unique index receipt_payment on receipt (payment_key) where external_order_id is null;

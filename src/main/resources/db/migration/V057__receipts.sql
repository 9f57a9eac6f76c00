-- Receipts: one for each payment of an order, wanted in the commit that knows of the payment, sent in the commit that says so.
create table receipt (
    id                bigint      not null generated always as identity primary key,
    external_order_id text        not null,
    payment_key       text        not null,
    paid_at           timestamptz not null,
    state             text        not null check (state in ('wanted', 'sent', 'failed')),
    due_at            timestamptz not null,
    -- why it has not gone yet, or never will
    reason            text,
    file_id           text,
    branding_version  int,
    sent_at           timestamptz,
    unique (external_order_id, payment_key)
);

create index receipt_due on receipt (due_at) where state = 'wanted';

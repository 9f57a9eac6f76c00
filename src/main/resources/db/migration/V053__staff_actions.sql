-- What people asked the ERP to do with an order: done by whoever works on the customer, once. The key is that of the ledger's row, which
-- says what became of it.
create table staff_action (
    key               text        not null primary key,
    contact_id        bigint      not null,
    external_order_id text        not null,
    operation         text        not null,
    request           text        not null,
    said_by           text        not null,
    asked_at          timestamptz not null,
    -- null: it waits
    taken_at          timestamptz
);

create index staff_action_waiting on staff_action (asked_at) where taken_at is null;
create index staff_action_contact on staff_action (contact_id) where taken_at is null;
create index staff_action_order on staff_action (external_order_id);

-- Money back: asked for by one person, decided by another.
create table refund_request (
    id                bigint      not null generated always as identity primary key,
    external_order_id text        not null,
    amount            numeric     not null,
    currency          text        not null,
    reason            text        not null,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    state             text        not null check (state in ('requested', 'approved', 'denied')),
    decided_by        text,
    decided_at        timestamptz,
    action_key        text
);

create index refund_request_order on refund_request (external_order_id);
create unique index refund_request_open on refund_request (external_order_id) where state = 'requested';

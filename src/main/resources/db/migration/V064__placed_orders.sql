-- Orders that are made outside of a flow: kept before anything is asked of the ERP, made there by whoever works on the customer. The ledger
-- has a row for each call, by the key id.step.attempt.
create table placed_order (
    id                text        not null primary key,
    placed_by         text        not null,
    idempotency_key   text        not null,
    -- of what was posted: the same key with something else is refused
    body_hash         text        not null,
    contact_id        bigint      not null,
    source            text        not null check (source in ('website', 'api')),
    -- what the ERP is asked for, at the prices it had
    wanted            text        not null,
    outcome           text        not null check (outcome in ('pending', 'unknown', 'made', 'refused', 'down', 'manual')),
    -- to be asked of the ERP next: customer, order or address; null: nothing, or the ledger knows of it
    next_step         text,
    attempt           int         not null default 1,
    customer_id       text,
    external_order_id text,
    order_number      text,
    erp_status        text,
    -- what the ERP says it comes to, where it says so
    erp_total         numeric,
    reason            text,
    -- of the link that opens its chat: whoever has it may look at the order
    code              text        not null unique,
    placed_at         timestamptz not null,
    -- when the customer is asked to confirm once more; null: not any more
    remind_at         timestamptz,
    unique (placed_by, idempotency_key)
);

-- What waits to be done.
create index placed_order_waiting on placed_order (placed_at) where next_step is not null;
create index placed_order_remind on placed_order (remind_at) where remind_at is not null;
create index placed_order_contact on placed_order (contact_id);

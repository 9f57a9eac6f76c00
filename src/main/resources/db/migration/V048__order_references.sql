-- The orders we know of: what the ERP calls them, whose they are, and what was last heard of them. The ERP is the truth.
create table order_reference (
    id                bigint      not null generated always as identity primary key,
    external_order_id text        not null unique,
    order_number      text,
    -- what we called it in CREATE_ORDER; null: it was made elsewhere
    client_reference  text,
    contact_id        bigint      not null,
    source            text        not null check (source in ('whatsapp', 'website', 'api')),
    status            text        not null,
    -- when it came to that, by whoever says so: what is older does not count
    status_at         timestamptz not null,
    payment           text        not null,
    payment_at        timestamptz not null,
    -- as the ERP says them
    erp_status        text,
    erp_payment       text,
    tracking_url      text,
    total             numeric,
    currency          text,
    assignee          text,
    -- why a person should look: a move that cannot be, a word nobody knows
    flag              text,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    -- when the ERP is asked next; null: not any more
    poll_at           timestamptz,
    polls_failed      int         not null default 0
);

create index order_reference_contact on order_reference (contact_id, id);
create index order_reference_number on order_reference (order_number);
-- Lists by status, newest first.
create index order_reference_status on order_reference (status, id);
-- Whom to ask about next.
create index order_reference_poll on order_reference (poll_at) where poll_at is not null;

-- What happened to an order, in the order in which it was heard. Rows are only added.
create table order_event (
    id                bigint      not null generated always as identity primary key,
    external_order_id text        not null,
    at                timestamptz not null,
    heard_at          timestamptz not null,
    origin            text        not null,
    kind              text        not null,
    before            text,
    after             text,
    said_by           text,
    detail            text
);

create index order_event_order on order_event (external_order_id, id);

insert into order_reference (external_order_id, order_number, client_reference, contact_id, source, status, status_at, payment, payment_at,
    erp_status, total, currency, created_at, changed_at)
select distinct on (cast(reply as jsonb) ->> 'external_order_id')
    cast(reply as jsonb) ->> 'external_order_id', cast(reply as jsonb) ->> 'order_number', key, contact_id, 'whatsapp', 'pending', opened_at,
    'unpaid', opened_at, cast(reply as jsonb) ->> 'status', cast(cast(request as jsonb) -> 'totals' ->> 'total' as numeric),
    cast(request as jsonb) -> 'totals' ->> 'currency', opened_at, opened_at
from ledger where operation = 'CREATE_ORDER' and state = 'ok' and cast(reply as jsonb) ->> 'external_order_id' is not null
order by cast(reply as jsonb) ->> 'external_order_id', opened_at;

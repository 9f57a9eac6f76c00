-- The demo ERP keeps its own books, apart from ours: nothing else may read or write this schema.
create schema demo_erp;

create table demo_erp.customers (
    id         bigint generated always as identity (start with 5001) primary key,
    -- the phone number, or the user id of somebody who hides it
    contact    text        not null unique,
    phone      text,
    name       text        not null,
    created_at timestamptz not null default now()
);

create table demo_erp.orders (
    number           bigint generated always as identity (start with 1001) primary key,
    customer_id      bigint         not null references demo_erp.customers,
    status           text           not null check (status in ('pending', 'confirmed', 'cancelled')),
    currency         text           not null,
    delivery         numeric(14, 2) not null,
    total            numeric(14, 2) not null,
    note             text,
    address          text,
    client_reference text,
    created_at       timestamptz    not null default now()
);

create table demo_erp.order_items (
    order_number bigint         not null references demo_erp.orders,
    line         int            not null,
    product_id   text           not null,
    name         text           not null,
    qty          numeric(14, 3) not null,
    unit_price   numeric(14, 2) not null,
    total        numeric(14, 2) not null,
    primary key (order_number, line)
);

-- What was answered to each Idempotency-Key, written in the same transaction as what the request did.
create table demo_erp.answers (
    key         text        primary key,
    fingerprint text        not null,
    body        text,
    created_at  timestamptz not null default now()
);

-- What the demo ERP needs for the optional operations of the contract: stock that runs out, reservations, payments, order statuses.
alter table demo_erp.orders
    drop constraint orders_status_check,
    add constraint orders_status_check check (status in ('pending', 'confirmed', 'shipped', 'delivered', 'cancelled')),
    add column changed_at timestamptz not null default now();

create index orders_client_reference on demo_erp.orders (client_reference);
create index orders_customer on demo_erp.orders (customer_id);

-- Products without a row never run out.
create table demo_erp.stock (
    product_id text           primary key,
    on_hand    numeric(14, 3) not null check (on_hand >= 0)
);

insert into demo_erp.stock (product_id, on_hand)
values ('P103', 12),
       ('P117', 40),
       ('P131', 0),
       ('P133', 25),
       ('P134', 6);

-- What is held is not taken off on_hand: it counts for as long as the reservation is held and has not expired.
create table demo_erp.reservations (
    id         bigint      generated always as identity (start with 7001) primary key,
    status     text        not null check (status in ('held', 'released', 'used')),
    expires_at timestamptz not null
);

create table demo_erp.reservation_items (
    reservation_id bigint         not null references demo_erp.reservations,
    product_id     text           not null,
    qty            numeric(14, 3) not null,
    primary key (reservation_id, product_id)
);

create index reservation_items_product on demo_erp.reservation_items (product_id);

create table demo_erp.payments (
    id           bigint         generated always as identity (start with 9001) primary key,
    order_number bigint         not null references demo_erp.orders,
    status       text           not null check (status in ('pending', 'paid', 'failed', 'refunded')),
    amount       numeric(14, 2) not null,
    currency     text           not null,
    phone        text           not null,
    created_at   timestamptz    not null default now()
);

create index payments_order on demo_erp.payments (order_number);

create table demo_erp.refunds (
    id         bigint         generated always as identity (start with 1) primary key,
    payment_id bigint         not null references demo_erp.payments,
    amount     numeric(14, 2) not null,
    reason     text,
    created_at timestamptz    not null default now()
);

create index refunds_payment on demo_erp.refunds (payment_id);

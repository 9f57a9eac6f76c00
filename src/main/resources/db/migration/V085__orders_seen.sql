-- Up to which order each person has seen the list: what came after that is new to them.
create table order_seen (
    username text        primary key,
    order_id bigint      not null,
    at       timestamptz not null
);

-- Lists of the orders of some days.
create index order_reference_created on order_reference (created_at);

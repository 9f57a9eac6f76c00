-- The simulated phone: its people, and what the simulated Graph API received and delivered.
create table simulator_customer (
    id         text primary key,
    name       text not null,
    phone      text,
    user_id    text not null,
    created_at timestamptz not null
);

create table simulator_message (
    wamid       text primary key,
    customer_id text        not null references simulator_customer (id),
    seq         bigint generated always as identity,
    direction   text        not null check (direction in ('in', 'out')),
    at          timestamptz not null,
    wire        text        not null,
    status      text
);

create index simulator_message_customer on simulator_message (customer_id, seq);

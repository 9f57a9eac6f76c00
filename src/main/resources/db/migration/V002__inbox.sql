-- Each message once. wamid is the key: Meta redelivers for up to seven days, also concurrently.
create table inbox (
    contact_id  bigint      not null,
    wamid       text        not null,
    seq         bigint      not null generated always as identity,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    trace       text        not null,
    payload     text        not null,
    state       text        not null default 'pending' check (state in ('pending', 'done', 'dead')),
    error       text,
    primary key (contact_id, wamid)
);

-- The backlog in order of arrival, for claims; empty when all is answered.
create index inbox_pending on inbox (seq, contact_id) where state = 'pending';
-- The pending messages of one contact, for the worker that holds it.
create index inbox_pending_contact on inbox (contact_id) where state = 'pending';

-- Where a contact's conversation stands, and who works on it. Updated twice a message: no index but the key, and free
-- space in each page, so that updates stay in the page (HOT).
create table conversation (
    contact_id        bigint primary key references contact (id),
    session           text,
    pending           int         not null default 0,
    lease             text,
    lease_until       timestamptz not null default '-infinity',
    last_message_at   timestamptz,
    last_order_id     text,
    last_order_number text
) with (fillfactor = 60);

-- Rewritten with each message: compressing it each time costs more than the space.
alter table conversation alter column session set storage external;


-- What Meta sent that is neither a message for a flow nor a status: kept, counted, never answered with an error.
create table unhandled_update (
    id          bigint generated always as identity primary key,
    received_at timestamptz not null,
    kind        text        not null,
    reason      text        not null,
    payload     text        not null
);

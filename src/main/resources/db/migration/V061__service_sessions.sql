-- Paid time with a person: one row for each service line of a paid order, made in the commit that knows of the payment first.
create table service_session (
    id                  bigint      not null generated always as identity primary key,
    external_order_id   text        not null,
    -- the line of the order, from 0
    line                int         not null,
    contact_id          bigint      not null,
    external_product_id text        not null,
    product_name        text        not null,
    paid_minutes        int         not null check (paid_minutes > 0),
    ready_at            timestamptz not null,
    -- The last of our messages and of customers' when we knew of the payment: only a later one is a reply to a later one. Numbers and
    -- not times, since the clocks of nodes differ.
    after_outbox        bigint      not null,
    after_inbox         bigint      not null,
    -- when WhatsApp took the first reply, or when the session before it ended
    started_at          timestamptz,
    expires_at          timestamptz,
    -- when its end was told, and the customer asked to renew unless more time is paid for
    ended_told_at       timestamptz,
    -- when the customer was asked last
    asked_at            timestamptz,
    closed_at           timestamptz,
    closed_by           text,
    close_reason        text,
    -- however often the payment is told of
    unique (external_order_id, line)
);

-- What a contact has paid for, in the order in which it is used up.
create index service_session_contact on service_session (contact_id, id);
-- Those that wait for a reply; few, and looked at every few seconds.
create index service_session_ready on service_session (contact_id, id) where started_at is null and closed_at is null;
-- Those that run, by when they end; looked at twice a second.
create index service_session_running on service_session (expires_at) where ended_told_at is null and closed_at is null;

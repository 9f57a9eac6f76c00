-- Who called the webhook, by the day in UTC; callback: the name of the number in the path.
create table webhook_call (
    callback text        not null,
    kind     text        not null check (kind in ('GENUINE', 'WRONGLY_SIGNED', 'HANDSHAKE', 'HANDSHAKE_REFUSED')),
    day      date        not null,
    times    bigint      not null,
    last_at  timestamptz not null,
    primary key (callback, kind, day)
);

-- Messages that were sent to see whether one arrives; what became of them stands in the outbox.
create table test_message (
    contact_id bigint      not null,
    id         bigint      not null,
    code       text        not null,
    asked_at   timestamptz not null,
    asked_by   text        not null,
    primary key (contact_id, id)
);

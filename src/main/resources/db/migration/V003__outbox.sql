-- Each outgoing message until WhatsApp has it; ordered per contact by id. node: the node that has it in memory.
create table outbox (
    contact_id      bigint      not null,
    id              bigint      not null generated always as identity,
    phone_number_id text        not null,
    trace           text        not null,
    payload         text        not null,
    state           text        not null default 'queued'
        check (state in ('queued', 'ambiguous', 'sent', 'dead')),
    attempts        int         not null default 0,
    resent          boolean     not null default false,
    next_attempt_at timestamptz not null,
    node            int,
    wamid           text,
    delivery        text,
    delivery_rank   int         not null default 0,
    error_code      int,
    error           text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    primary key (contact_id, id)
);

-- What is still to be sent, in order per contact.
create index outbox_open on outbox (contact_id, id) where state in ('queued', 'ambiguous');
-- Statuses name the message by the id that WhatsApp gave it.
create index outbox_wamid on outbox (wamid) where wamid is not null;

-- Statuses that came before we stored the wamid they are about. Meta: order is not guaranteed.
create table early_status (
    wamid       text        not null,
    state       text        not null,
    at          timestamptz not null,
    error_code  int,
    error       text,
    primary key (wamid, state)
);

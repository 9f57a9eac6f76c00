-- Every write to the ERP, committed before the call. One row is one order at most.
create table ledger (
    contact_id      bigint      not null,
    key             text        not null,
    operation       text        not null,
    request         text        not null,
    state           text        not null check (state in ('open', 'unknown', 'ok', 'refused', 'down', 'manual')),
    reply           text,
    reason          text,
    attempts        int         not null default 0,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    next_attempt_at timestamptz,
    primary key (contact_id, key)
);

-- Calls whose end is not known: the next one to ask the ERP about.
create index ledger_unresolved on ledger (next_attempt_at) where state in ('open', 'unknown');

-- Append-only: ERP calls, incidents and hand-overs, with the trace of the message that caused them.
create table journal (
    contact_id bigint      not null,
    id         bigint      not null generated always as identity,
    at         timestamptz not null,
    trace      text        not null,
    kind       text        not null,
    body       text        not null,
    primary key (contact_id, id)
);


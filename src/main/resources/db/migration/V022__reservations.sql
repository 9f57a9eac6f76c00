-- Goods that the ERP holds for a contact during checkout, to let go of them once: by the order that took them, or by us.
create table reservation (
    contact_id      bigint      not null,
    -- of the ledger row that made it
    key             text        not null,
    reservation_id  text        not null,
    state           text        not null check (state in ('held', 'used', 'released')),
    -- when it is let go of, and after a failure when that is tried again
    next_attempt_at timestamptz not null,
    primary key (contact_id, key)
);

create index reservation_held on reservation (next_attempt_at) where state = 'held';

-- Addresses of others that events go to.
create table hook (
    id               bigint      generated always as identity primary key,
    url              text        not null,
    event_types      text[]      not null,
    -- of this number of ours only; null: of all
    phone_number_id  text,
    secret           text        not null,
    -- signs too until then, so that a receiver can change its secret at leisure
    old_secret       text,
    old_secret_until timestamptz,
    enabled          boolean     not null default true,
    off_because      text,
    -- deliveries in a row that failed; past some the hook rests for a while
    failures         int         not null default 0,
    paused_until     timestamptz,
    created_by       text        not null,
    created_at       timestamptz not null
);

create table hook_event (
    id              text        primary key,
    type            text        not null,
    subject         text        not null,
    contact_id      bigint,
    phone_number_id text,
    occurred_at     timestamptz not null,
    data            text        not null,
    created_at      timestamptz not null
);

create index hook_event_age on hook_event (created_at);

-- One event for one hook, in order of id per hook and subject.
create table hook_delivery (
    id              bigint      generated always as identity primary key,
    hook_id         bigint      not null references hook on delete cascade,
    event_id        text        not null references hook_event on delete cascade,
    subject         text        not null,
    state           text        not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null,
    give_up_at      timestamptz not null,
    -- who is sending it, until when nobody else may
    lease           text,
    lease_until     timestamptz,
    created_at      timestamptz not null,
    ended_at        timestamptz
);

create index hook_delivery_lane on hook_delivery (hook_id, subject, id) where state = 'waiting';
create index hook_delivery_due on hook_delivery (hook_id, next_attempt_at) where state = 'waiting';
create index hook_delivery_give_up on hook_delivery (give_up_at) where state = 'waiting';
create index hook_delivery_log on hook_delivery (hook_id, id);
create index hook_delivery_event on hook_delivery (event_id);

create table hook_attempt (
    delivery_id bigint      not null references hook_delivery on delete cascade,
    number      int         not null,
    at          timestamptz not null,
    -- null: no answer
    status      int,
    answer      text,
    took_millis bigint      not null,
    advice      text        not null,
    primary key (delivery_id, number)
);

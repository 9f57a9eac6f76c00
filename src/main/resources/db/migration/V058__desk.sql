-- People who work with chats and orders, from when they first said whether they are available.
create table desk_person (
    username  text        primary key,
    roles     text[]      not null,
    available boolean     not null,
    since     timestamptz not null,
    -- the last sign of life
    seen_at   timestamptz not null
);

-- Whose turn it is: the row is the lock that nodes share.
create table desk_rotation (
    team text   primary key,
    turn bigint not null
);

-- Chats that people have something to do with.
create table desk_chat (
    contact_id    bigint primary key,
    team          text   not null,
    assignee      text,
    -- since when the customer waits for a person, and until when they should not have to; null: they do not
    waiting_since timestamptz,
    due_at        timestamptz,
    reason        text,
    -- the beginning of the closed hours in which the customer was last told of them
    told_closed   timestamptz
);

create index desk_chat_due on desk_chat (due_at, contact_id) where waiting_since is not null;
create index desk_chat_waiting on desk_chat (waiting_since, contact_id) where waiting_since is not null and assignee is null;

-- Who had what when, and who said so. Rows are only added.
create table desk_assignment (
    id      bigint      not null generated always as identity primary key,
    kind    text        not null check (kind in ('order', 'chat')),
    -- the ERP's id of an order, the contact of a chat
    subject text        not null,
    before  text,
    after   text,
    -- null: by turn
    said_by text,
    at      timestamptz not null
);

create index desk_assignment_subject on desk_assignment (kind, subject, id);

-- What somebody is to hear of at once: each node tells the browsers it has. Kept for a day.
create table desk_alert (
    id         bigint      not null generated always as identity primary key,
    at         timestamptz not null,
    kind       text        not null check (kind in ('order', 'chat')),
    subject    text        not null,
    contact_id bigint      not null,
    -- null: the team
    assignee   text,
    team       text        not null
);

-- The days whose digest was made.
create table desk_digest (
    day date primary key
);

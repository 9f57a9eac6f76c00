-- What staff should know until it is set right.
create table notice (
    id       bigint      generated always as identity primary key,
    kind     text        not null,
    subject  text        not null,
    sentence text        not null,
    link     text,
    since    timestamptz not null,
    last_at  timestamptz not null,
    times    int         not null default 1,
    ended_at timestamptz,
    -- who put it away; null: what raised it ended it
    ended_by text
);

-- One open notice for each thing, however often it happens.
create unique index notice_open on notice (kind, subject) where ended_at is null;

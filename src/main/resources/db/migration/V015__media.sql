-- Files that customers sent, under our own names. Without a size: still being fetched, or left behind by a crash.
create table media (
    id         text primary key,
    contact_id bigint      not null references contact (id),
    media_id   text        not null,
    filename   text,
    mime       text,
    size       bigint,
    sha256     text,
    created_at timestamptz not null
);

-- Meta's name for a file: a message that is read twice does not fetch its file twice.
create index media_contact on media (contact_id, media_id);
create index media_unfinished on media (created_at) where size is null;

-- Their bytes, in pieces of equal length but for the last.
create table media_chunk (
    id    text  not null references media (id) on delete cascade,
    n     int   not null,
    bytes bytea not null,
    primary key (id, n)
);

-- It is compressed already.
alter table media_chunk alter column bytes set storage external;

-- The secret that links to files are signed with, unless one is configured.
create table media_link_key (
    only_one boolean primary key default true check (only_one),
    secret   bytea not null
);

-- Jobs switched off for WhatsApp. The ERP owns all else about a job.
create table hidden_job (
    external_job_id text primary key,
    hidden_at       timestamptz not null,
    hidden_by       text        not null
);

-- What the demo ERP was told about people who want to work there.
create table demo_erp.applicants (
    id         bigint generated always as identity (start with 301) primary key,
    job_id     text        not null,
    name       text        not null,
    email      text        not null,
    phone      text,
    filename   text,
    mime       text,
    size       bigint,
    sha256     text,
    created_at timestamptz not null default now()
);

-- Files that were attached on the simulated phone, as Meta would keep them.
create table simulator_media (
    id          text primary key,
    customer_id text        not null references simulator_customer (id),
    filename    text        not null,
    mime        text        not null,
    bytes       bytea       not null,
    created_at  timestamptz not null
);

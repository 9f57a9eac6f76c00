-- Flows as their authors wrote them, each text once and never changed. A revision is the first 16 hex digits of the SHA-256 of the
-- text. Text, not jsonb: the order of keys, spaces and line ends are the author's, and export gives back the same bytes.
create table flow_revision (
    flow       text        not null,
    revision   text        not null,
    text       text        not null,
    author     text        not null,
    created_at timestamptz not null,
    primary key (flow, revision)
);

-- What customers got, from when: the highest version of a flow counts. Rows are only added. No revision: the flow was withdrawn.
-- Ids are given out under a lock, so a higher one is never seen before a lower one: nodes ask for the highest to see what is new.
create table flow_publication (
    id           bigint      generated always as identity primary key,
    flow         text        not null,
    version      int         not null,
    revision     text,
    source       text        not null check (source in ('file', 'person')),
    author       text        not null,
    message      text        not null,
    published_at timestamptz not null,
    unique (flow, version),
    foreign key (flow, revision) references flow_revision (flow, revision)
);

-- What is being worked on; it need not be a flow yet. based_on: what was published when the draft was begun.
create table flow_draft (
    flow     text        primary key,
    revision text        not null,
    text     text        not null,
    based_on text,
    author   text        not null,
    saved_at timestamptz not null
);

-- The file of flows/ that the last start found.
create table flow_file (
    flow       text        primary key,
    name       text        not null,
    revision   text        not null,
    changed_at timestamptz not null
);

-- A contact that turned out to be another one: what was kept of it is that one's from then on.
alter table contact
    add merged_into bigint references contact (id),
    -- when the person asked Meta for no more marketing; null: they have not, or take it again
    add marketing_stopped_at timestamptz,
    -- when they last said so: news of it comes in any order
    add marketing_told_at timestamptz;

create index contact_merged_into on contact (merged_into) where merged_into is not null;

-- Another contact is to be merged into this one, which nobody works on until that is done.
alter table conversation add merging boolean not null default false;

create index conversation_merging on conversation (contact_id) where merging;

-- Changes of number and of user id that were followed: Meta tells them more than once, also when the old number is somebody else's.
create table identity_change (
    phone_number_id text not null,
    key             text not null,
    primary key (phone_number_id, key)
);

-- The advertisements and posts that a contact came by: the first and the last.
create table contact_source (
    contact_id  bigint      not null,
    place       text        not null check (place in ('first', 'last')),
    at          timestamptz not null,
    source_type text,
    source_id   text,
    headline    text,
    source_url  text,
    ctwa_clid   text,
    primary key (contact_id, place)
);

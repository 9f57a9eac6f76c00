-- What can be shown of each order: entries in a chain of hashes, sealed soon after they happened. Entries and seals are only added.
create table evidence_entry (
    external_order_id text        not null,
    n                 int         not null,
    kind              text        not null,
    key               text        not null,
    -- canonical JSON, from which the hash is made; what is personal stands in it as a commitment
    body              text        not null,
    hash              text        not null,
    primary key (external_order_id, n)
);

-- The personal parts of entries, each with the salt of its commitment. Erasing a person deletes both.
create table evidence_part (
    external_order_id text  not null,
    n                 int   not null,
    name              text  not null,
    salt              bytea not null,
    content           bytea not null,
    primary key (external_order_id, n, name)
);

-- The head of an order's chain at a moment. Seals of all orders are a chain of their own.
create table evidence_seal (
    id                bigint      not null generated always as identity primary key,
    external_order_id text        not null,
    entries           int         not null,
    head              text        not null,
    at                timestamptz not null,
    previous          text        not null,
    hash              text        not null
);

create index evidence_seal_order on evidence_seal (external_order_id, id);
create unique index evidence_seal_hash on evidence_seal (hash);

-- How far each order is sealed.
create table evidence_chain (
    external_order_id text        not null primary key,
    -- order_reference.changed_at when it was sealed last
    seen_changed_at   timestamptz,
    -- what happens beside changes of the order is looked for then; null: not any more
    look_at           timestamptz
);

create index evidence_chain_look on evidence_chain (look_at) where look_at is not null;
-- Orders that changed lately.
create index order_reference_changed on order_reference (changed_at);

create function only_added() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added.', tg_table_name;
end $$;

create trigger evidence_entry_only_added before update or delete or truncate on evidence_entry
    for each statement execute function only_added();
create trigger evidence_seal_only_added before update or delete or truncate on evidence_seal
    for each statement execute function only_added();
create trigger evidence_part_not_changed before update on evidence_part
    for each statement execute function only_added();

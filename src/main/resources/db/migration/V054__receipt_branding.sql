-- Whose name receipts carry. Rows are never changed: a receipt names the version it was made with.
create table receipt_branding (
    kind     text        not null,
    version  int         not null,
    name     text        not null,
    tagline  text,
    footer   text,
    -- PNG, as small as it is printed
    logo     bytea,
    saved_at timestamptz not null,
    -- null: as waybill.store.name has it
    saved_by text,
    primary key (kind, version)
);

-- Moves on when something changed in the ERP; every node reads it and drops what it keeps of an earlier number.
create table erp_cache_epoch (
    kind       text primary key,
    epoch      bigint      not null,
    changed_at timestamptz not null
);

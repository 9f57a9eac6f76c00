-- The delivery table as a person left it. As long as delivery_change is empty, waybill.delivery.bands counts instead.
create table delivery_band (
    min_qty int     primary key check (min_qty >= 1),
    max_qty int     check (max_qty >= min_qty),
    charge  numeric not null check (charge >= 0),
    exclude using gist (int8range(min_qty, max_qty, '[]') with &&)
);

-- Who changed which row, and when. Rows are only added: without the old one a row came new, without the new one it was removed.
create table delivery_change (
    id         bigint      generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text        not null,
    old_min    int,
    old_max    int,
    old_charge numeric,
    new_min    int,
    new_max    int,
    new_charge numeric
);

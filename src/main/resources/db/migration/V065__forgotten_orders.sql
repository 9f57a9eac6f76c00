-- From when on an order counts as forgotten, since nobody opened the link to its chat; null: it has no link, or it was opened.
alter table order_reference add column forgotten_at timestamptz;

create index order_reference_forgotten on order_reference (forgotten_at) where forgotten_at is not null;

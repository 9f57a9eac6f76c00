-- What Meta takes for a message, as the first of its statuses says that tells it at all.
alter table outbox
    add price_category text,
    add price_type     text,
    add price_country  text,
    add billable       boolean,
    add priced_at      timestamptz;
alter table early_status
    add price_category text,
    add price_type     text,
    add price_country  text,
    add billable       boolean;

-- Of periods. Rows come about in the order of time, and from PostgreSQL 16 on such an index, as no other kind, leaves updates heap-only.
create index outbox_priced on outbox using brin (priced_at) with (autosummarize = on);

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

-- Of periods. Rows are written about in the order of time, and such an index leaves updates in place (heap-only), as no other kind would.
create index outbox_priced on outbox using brin (priced_at) with (autosummarize = on);

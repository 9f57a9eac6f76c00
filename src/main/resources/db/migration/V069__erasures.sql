-- Of whom everything personal was deleted, when and by whom; it names nobody.
create table erasure (
    id         bigint      not null generated always as identity primary key,
    contact_id bigint      not null,
    erased_at  timestamptz not null,
    erased_by  text        not null,
    -- although an order was under way
    forced     boolean     not null,
    -- what was changed or deleted: table, then how many rows, as JSON
    changes    text        not null
);

create index erasure_contact on erasure (contact_id);

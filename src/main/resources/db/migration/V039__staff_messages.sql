-- What people and machines said to customers beside the flows: who, and under which key, so that the same is not said twice.
create table staff_message (
    contact_id bigint      not null,
    id         bigint      not null,
    key        text        not null,
    said_by    text        not null,
    at         timestamptz not null,
    primary key (contact_id, id)
);

create index staff_message_key on staff_message (contact_id, key);

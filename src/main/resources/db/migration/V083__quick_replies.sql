-- What people say again and again, by a short name; language null: whatever the customer speaks.
create table quick_reply (
    id       bigint      not null generated always as identity primary key,
    shortcut text        not null,
    language text,
    body     text        not null,
    said_by  text        not null,
    at       timestamptz not null
);

create unique index quick_reply_shortcut on quick_reply (shortcut, coalesce(language, ''));

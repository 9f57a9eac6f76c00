-- Who we talk to. The key is our own: a phone number may be hidden, change, or turn up later.
create table contact (
    id              bigint generated always as identity primary key,
    phone_number_id text        not null,
    phone           text,
    user_id         text,
    name            text,
    created_at      timestamptz not null default now()
);

-- What WhatsApp calls a contact, per number of ours. A value is up to 160 characters (Meta: 2 + 1 + 128, an older draft 256).
create table contact_identity (
    phone_number_id text   not null,
    kind            text   not null check (kind in ('phone', 'user', 'parent')),
    value           text   not null,
    contact_id      bigint not null references contact (id),
    primary key (phone_number_id, kind, value)
);

create index contact_identity_contact on contact_identity (contact_id);

create table app_user (
    username      text primary key,
    password_hash text        not null,
    role          text        not null check (role in ('ADMIN')),
    created_at    timestamptz not null
);

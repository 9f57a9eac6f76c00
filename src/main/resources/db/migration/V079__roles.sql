-- Somebody may have several roles, and lose or get two rights beside them.
create table app_user_role (
    username text not null references app_user on delete cascade,
    role     text not null,
    primary key (username, role)
);
insert into app_user_role (username, role) select username, role from app_user;

alter table app_user
    drop column role,
    -- null: was invited and has set none yet
    alter column password_hash drop not null,
    -- null: as the roles say
    add column money         boolean,
    add column personal_data boolean,
    add column disabled_at   timestamptz,
    -- what was opened under an earlier number is over
    add column sessions      bigint not null default 0,
    add column signed_in_at  timestamptz;
-- Names that differ by capitals only would be taken for each other.
create unique index app_user_name on app_user (lower(username));

-- By which somebody sets a password, once; the latest is good. The tokens are long and random, so a plain hash gives nothing away.
create table app_user_link (
    username   text        primary key references app_user on delete cascade,
    hash       bytea       not null unique,
    expires_at timestamptz not null,
    made_by    text        not null
);

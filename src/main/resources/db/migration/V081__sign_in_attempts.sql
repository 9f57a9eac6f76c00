-- How often somebody tried to sign in under a name, or from an address, since it last went well.
create table sign_in_attempt (
    key      text        primary key,
    tries    integer     not null,
    last_at  timestamptz not null,
    -- no try is looked at before
    open_at  timestamptz not null
);
create index sign_in_attempt_old on sign_in_attempt (last_at);

-- Who somebody is for another system that vouches for them; null: they have a password here.
alter table app_user add column outside_id text unique;

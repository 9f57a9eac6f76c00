-- What machines call the API with. The keys are random and long, so a plain hash of them gives nothing away.
create table api_key (
    id           bigint      generated always as identity primary key,
    name         text        not null,
    -- how it begins
    hint         text        not null,
    hash         bytea       not null unique,
    scopes       text[]      not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    -- to the minute
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text
);

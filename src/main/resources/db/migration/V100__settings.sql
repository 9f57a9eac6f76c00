-- What people have set in the console in place of the configuration: a document of each kind. Before and after of a change are in audit.
create table setting (
    kind     text        not null primary key,
    version  int         not null check (version > 0),
    -- json, not jsonb: the order of teams and languages is theirs
    document json        not null,
    saved_at timestamptz not null,
    saved_by text        not null
);

-- The ERP as it is connected in the console. Each saving is a revision, and none is changed afterwards.
create table erp_connection (
    revision  bigint      not null primary key check (revision > 0),
    profile   text        not null,
    text      text        not null,
    base_url  text        not null,
    inside    boolean     not null,
    -- Names and values, as JSON.
    constants text        not null,
    -- Names, values under the key of the configuration, and when each was set, as JSON.
    secrets   text        not null,
    saved_by  text        not null,
    saved_at  timestamptz not null
);

-- Which ERP is asked: one row, so that two never are. Without a revision it is the one of the configuration. Every node looks at it.
create table erp_live (
    only_one   boolean     not null primary key default true check (only_one),
    change     bigint      not null,
    revision   bigint      references erp_connection,
    live_by    text        not null,
    live_at    timestamptz not null,
    paused_by  text,
    paused_at  timestamptz,
    check ((paused_by is null) = (paused_at is null))
);

-- The last test of each operation in the way it was set up then.
create table erp_test (
    operation text        not null,
    set_up    text        not null,
    ok        boolean     not null,
    status    int,
    took_ms   bigint      not null,
    sentence  text        not null,
    -- Of the answer, what other tests ask about: ids and a price, as JSON.
    facts     text        not null,
    tested_by text        not null,
    tested_at timestamptz not null,
    primary key (operation, set_up)
);

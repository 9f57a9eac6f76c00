-- A known text sealed with the key of secrets: a node with another key does not start.
create table secrets_key (
    only_one boolean primary key default true check (only_one),
    proof    text not null
);

comment on column hook.secret is 'sealed';
comment on column hook.old_secret is 'sealed';

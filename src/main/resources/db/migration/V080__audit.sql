-- Who did what. Nothing of a customer stands here but the numbers of contacts and the ids of orders.
create table audit (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    -- the name of somebody, or key: and that of an API key
    who     text        not null,
    -- where the request came from
    address text,
    action  text        not null,
    subject text        not null,
    before  jsonb,
    after   jsonb,
    -- what a request was answered with, where nothing more is known of it
    status  integer
);
create index audit_at on audit (at);
create index audit_who on audit (who, id);
create index audit_action on audit (action, id);
create index audit_subject on audit (subject, id);

create function audit_stays() returns trigger language plpgsql as $$
begin
    -- What is older than waybill.audit.keep-for goes, and nothing else.
    if tg_op = 'DELETE' and current_setting('waybill.audit_upkeep', true) = 'on' then
        return old;
    end if;
    raise exception 'The table audit is only added to.';
end
$$;
create trigger audit_stays before update or delete on audit for each row execute function audit_stays();
create trigger audit_stays_whole before truncate on audit for each statement execute function audit_stays();

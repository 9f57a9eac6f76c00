-- Messages may be deleted when they are old. What was read of a chat is counted in messages, so it goes down with them; its row in the list is made anew.
create function chat_forgotten() returns trigger language plpgsql as $$
begin
    insert into chat_touch (contact_id, kind) select distinct contact_id, 'chat' from gone;
    return null;
end $$;

create function chat_read_forgotten() returns trigger language plpgsql as $$
begin
    update chat_read r set messages = greatest(0, r.messages - g.messages)
    from (select contact_id, count(*) as messages from gone where not starts_with(payload, '{"echo"') group by contact_id) g
    where r.contact_id = g.contact_id;
    return null;
end $$;

create trigger inbox_leaves_chat after delete on inbox
    referencing old table as gone for each statement execute function chat_forgotten();
create trigger inbox_leaves_read after delete on inbox
    referencing old table as gone for each statement execute function chat_read_forgotten();
create trigger outbox_leaves_chat after delete on outbox
    referencing old table as gone for each statement execute function chat_forgotten();

-- What is old is found by these; the messages and the journal have such an index. Rows come in the order of time, so it is small and costs them next to nothing.
create index outbox_attempt_at on outbox_attempt using brin (at) with (autosummarize = on);
create index media_created on media using brin (created_at) with (autosummarize = on);

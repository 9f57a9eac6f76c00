-- The chats as people see them in a list: the last words of each, and how it stands. Made from what the tables of others keep, a moment
-- after it is committed there; a row can be thrown away and comes again with the next change of its chat.
create table chat_head (
    contact_id    bigint      primary key,
    -- the place in the list: the customer's last message, else when we wrote first
    at            timestamptz not null,
    -- the customer's messages until now, and those of them that came before our last one
    messages      int         not null,
    answered      int         not null,
    snippet       text        not null,
    snippet_at    timestamptz not null,
    snippet_by_us boolean     not null,
    -- the customer's last message that keeps the 24 hours open
    wrote_at      timestamptz,
    -- a person answers; else the bot does
    human         boolean     not null,
    flow          text,
    step          text,
    assignee      text,
    team          text        not null,
    waiting_since timestamptz,
    due_at        timestamptz,
    -- of our last message, if it did not arrive: Meta's code, and why
    failed_code   int,
    failed        text,
    -- what changed last: message, status or chat
    kind          text        not null,
    -- each change gives the row a higher one; whoever gives them is alone in doing so, so none turns up late
    version       bigint      not null
);

create index chat_head_at on chat_head (at desc, contact_id desc);
create index chat_head_assignee on chat_head (assignee, at desc, contact_id desc) where assignee is not null;
create index chat_head_human on chat_head (at desc, contact_id desc) where human;
create index chat_head_waiting on chat_head (at desc, contact_id desc) where waiting_since is not null;
create index chat_head_unassigned on chat_head (at desc, contact_id desc) where assignee is null and (human or waiting_since is not null);
create index chat_head_version on chat_head (version);

create sequence chat_change;

-- How far each person has read a chat: how many of the customer's messages there were.
create table chat_read (
    username   text   not null,
    contact_id bigint not null,
    messages   int    not null,
    primary key (username, contact_id)
);

create index chat_read_contact on chat_read (contact_id);

-- Chats of which something changed, until chat_head knows. Filled by the database itself, so that no writer can forget it and none needs
-- another round trip: a statement adds a short row for each contact it is about. No index: rows are read all, and taken away at once.
create table chat_touch (
    contact_id bigint not null,
    -- message: somebody wrote; status: news of a message of ours; chat: all else
    kind       text   not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

create function chat_written() returns trigger language plpgsql as $$
begin
    insert into chat_touch (contact_id, kind) select distinct contact_id, 'message' from changed;
    return null;
end $$;

create function chat_told() returns trigger language plpgsql as $$
begin
    insert into chat_touch (contact_id, kind)
    select distinct n.contact_id, 'status' from changed n join before b on b.contact_id = n.contact_id and b.id = n.id
    where (n.state, n.delivery_rank) is distinct from (b.state, b.delivery_rank);
    return null;
end $$;

create function chat_moved() returns trigger language plpgsql as $$
begin
    insert into chat_touch (contact_id, kind)
    select n.contact_id, 'chat' from changed n join before b on b.contact_id = n.contact_id 
    where (n.session, n.last_message_at) is distinct from (b.session, b.last_message_at);
    return null;
end $$;

create function chat_given() returns trigger language plpgsql as $$
begin
    insert into chat_touch (contact_id, kind) select contact_id, 'chat' from changed;
    return null;
end $$;

create trigger inbox_touches_chat after insert on inbox
    referencing new table as changed for each statement execute function chat_written();
create trigger outbox_touches_chat after insert on outbox
    referencing new table as changed for each statement execute function chat_written();
create trigger outbox_tells_chat after update on outbox
    referencing old table as before new table as changed for each statement execute function chat_told();
create trigger conversation_touches_chat after update on conversation
    referencing old table as before new table as changed for each statement execute function chat_moved();
create trigger desk_chat_added_touches_chat after insert on desk_chat
    referencing new table as changed for each statement execute function chat_given();
create trigger desk_chat_touches_chat after update on desk_chat
    referencing new table as changed for each statement execute function chat_given();

insert into chat_touch (contact_id, kind) select contact_id, 'chat' from conversation;

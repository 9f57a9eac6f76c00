-- Texts that many journal entries name: each is kept once, under a name made of it (SHA-256, 16 bytes in hex).
create table journal_part (
    name text primary key,
    body text not null
);

-- What the engine was given, in order: what a conversation is replayed from.
create index journal_turns on journal (contact_id, id) where kind = 'turn';

-- A row that is held is not sent until what it is held for is there, and holds nobody up. follows: the message in whose place this
-- one is sent, and in whose place of the contact's order; once each.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check check (state in ('queued', 'ambiguous', 'held', 'sent', 'dead'));
alter table outbox
    add held_for text,
    add follows  bigint;

create index outbox_held on outbox (held_for) where state = 'held';
create unique index outbox_follows on outbox (contact_id, follows) where follows is not null;

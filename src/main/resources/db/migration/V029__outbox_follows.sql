-- follows: the message in whose place this one is sent, and in whose place of the contact's order; once each.
alter table outbox add follows bigint;

create unique index outbox_follows on outbox (contact_id, follows) where follows is not null;

-- Chains of the first format are made anew, when their orders are looked at next: no installation in use has any.
alter table evidence_entry disable trigger user;
alter table evidence_seal disable trigger user;
truncate evidence_entry, evidence_seal, evidence_part, evidence_chain restart identity;
alter table evidence_entry enable trigger user;
alter table evidence_seal enable trigger user;

-- Among the seals of its order, from 1.
alter table evidence_seal add number int not null;

drop index evidence_seal_order;
create unique index evidence_seal_order on evidence_seal (external_order_id, number);

-- How often it could not be sealed, one time after the other; look_at is then when that is tried again.
alter table evidence_chain add failures int not null default 0;

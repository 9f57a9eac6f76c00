-- Chains of the first format are made anew, when their orders are looked at next: no installation in use has any.
alter table evidence_entry disable trigger user;
alter table evidence_seal disable trigger user;
truncate evidence_entry, evidence_seal, evidence_part, evidence_chain restart identity;
alter table evidence_entry enable trigger user;
alter table evidence_seal enable trigger user;

-- Hash of the seal of the same order before this one: the newest stands for all of them, in a document that has no others.
alter table evidence_seal add before text not null;

-- How often it could not be sealed, one time after the other; look_at is then when that is tried again.
alter table evidence_chain add failures int not null default 0;

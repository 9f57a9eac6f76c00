-- What of a write with several calls is done, and when a call of it was or may have been sent last: an answer "not found" counts only
-- when nothing can be on its way any more.
alter table ledger add steps text, add sent_at timestamptz;

-- What a person has to look up in the ERP, oldest first.
create index ledger_manual on ledger (opened_at) where state = 'manual';

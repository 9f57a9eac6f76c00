-- What a person found in the ERP about a write whose end was not known: {"executed": true, "answer": {…}}.
alter table ledger add decision text, add decided_at timestamptz, add decided_by text;

-- Orders of a period, for the reconciliation.
create index ledger_orders on ledger (opened_at) where operation = 'CREATE_ORDER';

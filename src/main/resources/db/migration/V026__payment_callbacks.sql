-- Payments of which their provider said that something happened, by the provider's own id, until the customer's conversation has asked
-- what. A call may come before the answer to the request for the payment is kept, so it is kept whether the payment is known or not.
create table payment_callback (
    payment_id text        primary key,
    -- whose payment it is; null: not known yet
    contact_id bigint,
    -- calls so far: one that comes while the conversation asks is not taken for answered
    calls      int         not null default 1,
    told_at    timestamptz not null,
    due_at     timestamptz not null
);

create index payment_callback_due on payment_callback (due_at);
create index payment_callback_contact on payment_callback (contact_id) where contact_id is not null;

-- From the provider's id of a payment to the conversation it was asked for in.
create index ledger_payment on ledger ((cast(reply as jsonb) ->> 'payment_id'))
    where operation = 'REQUEST_PAYMENT' and state = 'ok';

-- What a customer is told of an order: one row, and with it one message at most, for each status it came to.
create table order_notice (
    external_order_id text        not null,
    status            text        not null,
    contact_id        bigint      not null,
    at                timestamptz not null,
    tracking_url      text,
    state             text        not null check (state in ('sent', 'held', 'silent', 'dropped', 'expired')),
    -- the template, as name.language, or the event whose mapping does not fit
    waiting_for       text,
    reason            text,
    primary key (external_order_id, status)
);

-- What one customer was not told.
create index order_notice_contact on order_notice (contact_id, at) where state in ('held', 'dropped', 'expired');
-- Those that wait for a template.
create index order_notice_held on order_notice (waiting_for, at) where state = 'held';

-- From the ERP's id of an order to the conversation it was made in.
create index ledger_external_order on ledger ((cast(reply as jsonb) ->> 'external_order_id'))
    where operation = 'CREATE_ORDER' and state = 'ok';

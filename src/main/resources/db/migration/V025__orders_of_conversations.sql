-- From the number of an order to the conversation it was made in.
create index ledger_order_number on ledger ((cast(reply as jsonb) ->> 'order_number'))
    where operation = 'CREATE_ORDER' and state = 'ok';

-- held: it waits for a template at Meta; waiting_for is that template, name.language, and next_attempt_at when it is given up.
alter table outbox
    drop constraint outbox_state_check,
    add constraint outbox_state_check check (state in ('queued', 'ambiguous', 'held', 'sent', 'dead')),
    add waiting_for text;

create index outbox_held on outbox (waiting_for, id) where state = 'held';

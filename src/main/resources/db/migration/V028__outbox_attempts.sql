-- Why a message did not arrive, or not yet: what every try that did not simply succeed ended with, and what a status said later.
create table outbox_attempt (
    contact_id bigint      not null,
    id         bigint      not null,
    n          bigint      not null generated always as identity,
    at         timestamptz not null,
    outcome    text        not null check (outcome in ('retry', 'ambiguous', 'held', 'dead', 'failed-status')),
    -- Meta's
    code       int,
    details    text,
    -- ours
    advice     text        not null,
    primary key (contact_id, id, n)
);

-- A status comes more than once, also to two nodes at the same moment.
create unique index outbox_attempt_failed on outbox_attempt (contact_id, id) where outcome = 'failed-status';
-- What did not arrive in a period. Of these rows, not of the outbox: an index on the delivery there would cost every message.
create index outbox_attempt_undelivered on outbox_attempt (at) where outcome in ('dead', 'failed-status');

insert into outbox_attempt (contact_id, id, at, outcome, code, advice)
select contact_id, id, coalesce(sent_at, next_attempt_at), case state when 'dead' then 'dead' else 'failed-status' end, error_code,
    coalesce(error, 'It was refused before reasons were kept.')
from outbox where state = 'dead' or delivery = 'failed';

alter table outbox
    add delivered_at timestamptz,
    add read_at      timestamptz,
    add failed_at    timestamptz;

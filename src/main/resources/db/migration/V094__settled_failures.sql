-- What a person decided about a message that did not arrive. When it is sent again it is another message, so this stays.
alter table outbox_attempt
    add settled_at  timestamptz,
    add settled_by  text,
    add settled_as  text check (settled_as in ('retried', 'discarded')),
    add settled_why text,
    -- the message of the same contact that was sent in its place
    add retried_as  bigint;

-- Nobody goes through all that ever failed: those whom it matters to have written again.
update outbox_attempt set settled_at = now(), settled_by = '-', settled_as = 'discarded', settled_why = 'It failed before failures were listed.'
where outcome in ('dead', 'failed-status') and at < now() - interval '7 days';

-- What nobody has seen to, page by page. Its rows are few however many messages fail over the years.
create index outbox_attempt_open on outbox_attempt (at, n) where outcome in ('dead', 'failed-status') and settled_at is null;
-- Messages that could not be answered, the oldest first.
create index inbox_dead on inbox (seq) where state = 'dead';

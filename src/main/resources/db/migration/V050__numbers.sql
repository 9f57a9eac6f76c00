-- Reports look at periods. Rows come about in the order of time, so a few bytes for each stretch of pages are enough to find them, and a
-- row that is added costs next to nothing.
create index journal_at on journal using brin (at) with (autosummarize = on);
create index inbox_received on inbox using brin (received_at) with (autosummarize = on);
create index outbox_created on outbox using brin (created_at) with (autosummarize = on);

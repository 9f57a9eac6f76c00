-- How customers found an order: one row for each order that was delivered, asked for once, answered once.
create table feedback (
    external_order_id text        not null primary key,
    delivered_at      timestamptz not null,
    state             text        not null check (state in ('wanted', 'asked', 'dropped')),
    due_at            timestamptz not null,
    -- why they were not asked, or not yet
    reason            text,
    asked_at          timestamptz,
    asked_by          text check (asked_by in ('message', 'template', 'flow')),
    rating            int check (rating between 0 and 10),
    rated_at          timestamptz,
    comment           text,
    commented_at      timestamptz,
    -- the flow that heard it, with its revision
    flow              text
);

-- Whom to ask next.
create index feedback_due on feedback (due_at) where state = 'wanted';
-- Reports.
create index feedback_delivered on feedback (delivered_at);

-- When the contact is looked at though no message came: a reminder, or a question that stood for too long. Never later than the
-- session wants, often earlier: a time that is only put off stays as it is until it comes. So the column, which is indexed, changes
-- with few of the messages, and the update of the row stays in its page (HOT) with all others.
alter table conversation add wakes_at timestamptz;

create index conversation_wakes on conversation (wakes_at) where wakes_at is not null;

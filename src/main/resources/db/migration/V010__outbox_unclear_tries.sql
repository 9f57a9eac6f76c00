-- Tries of which nobody knows the end, instead of whether there was more than one.
alter table outbox add unclear int not null default 0;
update outbox set unclear = 2 where resent;
alter table outbox drop resent;

-- Events of the ERP that were taken, by the id their sender gave them: an event comes more than once.
create table received_event (
    id          text        not null primary key,
    received_at timestamptz not null
);

create index received_event_received on received_event (received_at);

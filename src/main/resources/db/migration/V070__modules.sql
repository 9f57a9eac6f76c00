-- Parts of the business that are switched off for WhatsApp.
create table hidden_module (
    module    text        not null primary key,
    hidden_at timestamptz not null,
    hidden_by text        not null
);

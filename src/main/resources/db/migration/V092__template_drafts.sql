-- Templates that people work on, before Meta is asked.
create table template_draft (
    id                  bigint      generated always as identity primary key,
    -- true: it changes the template of this name and language; false: it makes a new one
    edits               boolean     not null,
    business_account_id text        not null,
    name                text        not null,
    language            text        not null,
    -- as Meta takes it
    definition          text        not null,
    -- counts what was saved, so that nobody saves over what was not seen
    version             int         not null default 1,
    changed_at          timestamptz not null,
    changed_by          text        not null
);

-- Two people who edit one template work on one draft.
create unique index template_draft_of on template_draft (business_account_id, name, language) where edits;

-- Since when a template has its status; what Meta rejected waits for a person from then on.
alter table template add status_since timestamptz not null default now();

update template set status_since = synced_at;

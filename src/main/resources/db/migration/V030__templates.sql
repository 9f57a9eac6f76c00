-- Templates as Meta has them, so that nothing is sent that Meta would refuse.
create table template (
    business_account_id text        not null,
    name                text        not null,
    language            text        not null,
    id                  text        not null,
    status              text        not null,
    category            text        not null,
    quality             text,
    -- Meta's word for a rejection or pause, and its explanation
    reason              text,
    -- as Meta lists it
    definition          text        not null,
    -- when Meta last said something of this one by itself; a list that was asked for before then knows less
    told_at             timestamptz not null default '-infinity',
    synced_at           timestamptz not null,
    primary key (business_account_id, name, language)
);

-- Edits of approved templates, which Meta allows once a day and ten times in thirty days.
create table template_edit (
    template_id text        not null,
    at          timestamptz not null
);

create index template_edit_template on template_edit (template_id, at);

-- Which template tells of which event, where a person has decided it; the others are as templates/ proposes.
create table template_mapping (
    event      text        primary key,
    -- null: nothing is said of it
    template   text,
    -- the languages it is sent in, in order of preference
    languages  text[]      not null,
    -- placeholder to variable, as JSON
    variables  text        not null,
    changed_at timestamptz not null,
    changed_by text        not null
);

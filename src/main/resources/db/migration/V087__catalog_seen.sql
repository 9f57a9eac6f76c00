-- What the ERP listed when somebody last asked for the differences, to be compared with what it lists then; shown to nobody as the present.
create table product_seen (
    external_product_id text        primary key,
    name                text        not null,
    -- field to text, as a JSON object
    fields              text        not null,
    seen_at             timestamptz not null,
    -- when it was first missing; null: it was listed
    gone_since          timestamptz
);

-- What a picture shows, for those who do not see it.
alter table image add alt_text text not null default '';

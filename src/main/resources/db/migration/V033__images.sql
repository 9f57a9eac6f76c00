-- Files need not be of a customer any more.
alter table media alter column contact_id drop not null;
alter table media alter column media_id drop not null;

-- Pictures that staff uploaded, each content once. Whoever has the address may see them.
create table image (
    id          text primary key references media (id) on delete cascade,
    sha256      text        not null unique,
    width       int         not null,
    height      int         not null,
    uploaded_at timestamptz not null,
    uploaded_by text        not null
);

-- Which pictures a product has, in the order they are shown.
create table product_image (
    external_product_id text        not null,
    place               int         not null,
    image_id            text        not null references image (id),
    attached_at         timestamptz not null,
    attached_by         text        not null,
    primary key (external_product_id, place),
    unique (external_product_id, image_id)
);

create index product_image_image on product_image (image_id);

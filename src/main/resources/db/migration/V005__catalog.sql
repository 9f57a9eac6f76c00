-- Products switched off for WhatsApp. The ERP owns all else about a product.
create table hidden_product (
    external_product_id text primary key,
    hidden_at           timestamptz not null,
    hidden_by           text        not null
);

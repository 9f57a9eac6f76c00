-- Products that are sold by a flow of their own. The ERP owns all else about a product.
create table product_flow (
    external_product_id text primary key,
    flow_id             text        not null,
    assigned_at         timestamptz not null,
    assigned_by         text        not null
);

-- Placeholder to what stands in it where an order has no value, as JSON.
alter table template_mapping add fallbacks text not null default '{}';

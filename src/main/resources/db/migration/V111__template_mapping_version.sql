-- How often a mapping was saved, so that nobody writes over what they have not seen. One that nobody saved yet has none.
alter table template_mapping add version int not null default 1;

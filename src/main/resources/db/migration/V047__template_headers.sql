-- The picture, film or document above the text of templates that have one; null: the template has none.
alter table template_mapping add header text;

-- What is done with quantities that no row covers: they go to a person ("refuse"), or cost nothing ("no_charge"). The latest counts;
-- such a change is of no row.
alter table delivery_change
    add new_gaps text check (new_gaps in ('refuse', 'no_charge'));

-- The report on what customers write that no flow understands.
create index journal_unmatched on journal (at) where kind = 'unmatched';

-- What a register says is read as the hashes of its rows set end to end, so each must be as long as the others; whom each names is told
-- from the same index, which needs no more than that.
alter table register_entry add constraint register_entry_row_hash check (valid_to is not null or octet_length(row_hash) = 16);
drop index register_entry_said;
create index register_entry_said on register_entry (source, row_hash) include (person_index, name, birth_date) where valid_to is null;

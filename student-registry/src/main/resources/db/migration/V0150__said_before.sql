-- A file of a register is met with what the register has by the hash of its rows; what a row repeats is told with no other table
-- than this index. Hashes of before did not hold the member's number, and are renewed when their row comes again.
create index register_entry_said on register_entry (source, row_hash) include (id, person_index, valid_from, name, birth_date)
  where valid_to is null;

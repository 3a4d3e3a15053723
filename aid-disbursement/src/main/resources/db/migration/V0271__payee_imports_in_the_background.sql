-- The registry is asked about the rows of a file in the background, with the word of the person who handed it in: his token is kept sealed
-- until the last row is answered, and no longer. Where the registry is away or the token is over, the file waits for him.
alter table payee_import add column authorization_sealed bytea;
alter table payee_import drop constraint payee_import_state_check;
alter table payee_import add constraint payee_import_state_check check (state in ('RECEIVED', 'WAITING', 'DONE'));
alter table payee_import add constraint payee_import_token_goes check (state = 'RECEIVED' or authorization_sealed is null);
alter table payee_import_row alter column check_json drop not null;
comment on column payee_import_row.check_json is 'what the registry said of the holder; null until it was asked';
create index payee_import_row_unasked on payee_import_row (import_id, line) where check_json is null;

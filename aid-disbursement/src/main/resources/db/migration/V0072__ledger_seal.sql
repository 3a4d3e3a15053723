-- The chain over the books stands apart from them, so that those who post never wait for each other (decision 0004).
create table ledger_seal (
  seq            bigint primary key,
  transaction_id uuid   not null unique references ledger_transaction,
  previous       bytea  not null,
  hash           bytea  not null unique
);
create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
  for each statement execute function refuse_change();
revoke update, delete, truncate on ledger_seal from ${app_role};

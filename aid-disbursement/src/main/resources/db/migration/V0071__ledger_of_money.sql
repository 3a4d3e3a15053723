-- The books follow money from its appropriation to the payee. A transaction is about an award, a batch, an appropriation: its
-- subject. Accounts begin when something is first posted to them.
alter table ledger_transaction drop constraint ledger_transaction_award_id_fkey;
alter table ledger_transaction rename column award_id to subject;
alter table ledger_transaction alter column semester drop not null;
alter table ledger_transaction drop constraint ledger_transaction_kind_check;
alter table ledger_transaction add constraint ledger_transaction_kind_check check (kind in ('APPROPRIATION', 'COMMITMENT',
  'FREEZE', 'SETTLEMENT', 'RETURN', 'REISSUE', 'WRITE_BACK', 'CARRY_OVER', 'TREASURY_RETURN', 'DONATION', 'REPAYMENT',
  'REVERSAL'));
alter table ledger_transaction add column value_date date;
comment on column ledger_transaction.value_date is 'the day the money moved; null for what was posted before it was kept';
alter index ledger_transaction_award rename to ledger_transaction_subject;

alter table ledger_account drop constraint ledger_account_programme_side_payer_key;
alter table ledger_account drop constraint ledger_account_side_check;
alter table ledger_account alter column programme drop not null;
alter table ledger_account alter column payer drop not null;
alter table ledger_account rename column payer to source;
alter table ledger_account add constraint ledger_account_side_check
  check (side in ('COMMITTED', 'FUNDING', 'AVAILABLE', 'PAYABLE', 'RETURNED', 'BANK', 'INCOME', 'RECOVERED'));
alter table ledger_account add unique nulls not distinct (side, programme, source);
comment on column ledger_account.source is 'who pays: the payer of a commitment, or the source of a fund';
grant insert on ledger_account to ${app_role};

-- What stands on an account, kept by the database with every posting. A posting waits for those before it on the same account.
create table ledger_balance (
  account    text   primary key references ledger_account,
  debit_fen  bigint not null,
  credit_fen bigint not null,
  side       text   not null,
  constraint no_more_than_there_is check (side not in ('AVAILABLE', 'PAYABLE', 'RETURNED') or credit_fen >= debit_fen),
  constraint bank_not_overdrawn check (side <> 'BANK' or debit_fen >= credit_fen)
);
insert into ledger_balance (account, debit_fen, credit_fen, side)
select e.account, coalesce(sum(e.amount_fen) filter (where e.direction = 'DEBIT'), 0),
       coalesce(sum(e.amount_fen) filter (where e.direction = 'CREDIT'), 0), a.side
from ledger_entry e join ledger_account a on a.code = e.account group by e.account, a.side;

create function carry_balance() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into ledger_balance (account, debit_fen, credit_fen, side)
  select distinct a.code, 0, 0, a.side from posted e join ledger_account a on a.code = e.account order by a.code
  on conflict do nothing;
  -- In one order, so that two postings never wait for each other crosswise.
  perform from ledger_balance where account in (select account from posted) order by account for update;
  update ledger_balance b set debit_fen = b.debit_fen + e.debit_fen, credit_fen = b.credit_fen + e.credit_fen
  from (select account, coalesce(sum(amount_fen) filter (where direction = 'DEBIT'), 0) as debit_fen,
               coalesce(sum(amount_fen) filter (where direction = 'CREDIT'), 0) as credit_fen
        from posted group by account) e
  where b.account = e.account;
  return null;
end $$;
create trigger ledger_entry_carried after insert on ledger_entry referencing new table as posted
  for each statement execute function carry_balance();
revoke insert, update, delete, truncate on ledger_balance from ${app_role};

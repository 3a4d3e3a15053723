create table award (
  id                uuid primary key,
  version           bigint not null,
  student_id        uuid not null,
  identification_id uuid not null,
  ruling_id         uuid,
  school_code       text not null,
  school_town       text not null,
  semester          text not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  programme         text not null references programme,
  programme_name    text not null,
  form              text not null,
  payer             text not null,
  rate_key          text not null,
  amount_fen        bigint check (amount_fen > 0),
  state             text not null check (state in ('PROPOSED', 'APPROVED', 'SUSPENDED', 'STOPPED')),
  because           text not null,
  policy_version    text not null,
  reasons           text not null check (reasons is json array),
  proposed_by       text not null,
  approved_by       text,
  decided_at        timestamptz not null,
  commitment_id     uuid,
  check (state <> 'APPROVED' or approved_by is not null),
  check (approved_by is distinct from proposed_by),
  check (state <> 'APPROVED' or amount_fen is null or commitment_id is not null),
  check (state not in ('PROPOSED', 'STOPPED') or commitment_id is null)
);
comment on column award.amount_fen is 'fen for the semester; null = a waiver at the school''s own charge';
-- Nobody is granted one programme twice in a semester.
create unique index award_once on award (student_id, semester, programme) where state <> 'STOPPED';
create index award_list on award (semester, school_code, id);
create index award_proposed on award (semester, id) where state = 'PROPOSED';
create index award_programme on award (programme, semester);

create table award_history (
  award_id          uuid not null references award,
  revision          bigint not null check (revision > 0),
  event             text not null,
  from_state        text,
  to_state          text not null,
  amount_before_fen bigint,
  amount_fen        bigint,
  actor             text not null,
  actor_name        text not null,
  at                timestamptz not null,
  reasons           text not null check (reasons is json array),
  primary key (award_id, revision)
);
create trigger award_history_append_only before update or delete or truncate on award_history
  for each statement execute function refuse_change();

-- Double entry. A transaction's debits equal its credits, checked when the database transaction commits; no row ever changes.
create table ledger_account (
  code      text primary key,
  programme text not null references programme,
  side      text not null check (side in ('COMMITTED', 'FUNDING')),
  payer     text not null,
  name_zh   text not null,
  name_en   text not null,
  unique (programme, side, payer)
);
insert into ledger_account (code, programme, side, payer, name_zh, name_en)
select p.code || '/' || s.side || case s.side when 'FUNDING' then '/' || p.payer else '' end, p.code, s.side, p.payer,
       p.name_zh || case s.side when 'FUNDING' then '—资金来源' else '—已承诺' end,
       p.name_en || case s.side when 'FUNDING' then ': funding' else ': committed' end
from programme p cross join (values ('COMMITTED'), ('FUNDING')) s (side);

create table ledger_transaction (
  id        uuid primary key,
  kind      text not null check (kind in ('COMMITMENT', 'REVERSAL')),
  award_id  uuid not null references award deferrable initially deferred,
  semester  text not null,
  reverses  uuid unique references ledger_transaction deferrable initially deferred,
  posted_by text not null,
  posted_at timestamptz not null,
  check ((kind = 'REVERSAL') = (reverses is not null))
);
create index ledger_transaction_award on ledger_transaction (award_id);

create table ledger_entry (
  id             uuid primary key,
  transaction_id uuid not null references ledger_transaction deferrable initially deferred,
  account        text not null references ledger_account,
  direction      text not null check (direction in ('DEBIT', 'CREDIT')),
  amount_fen     bigint not null check (amount_fen > 0)
);
create index ledger_entry_transaction on ledger_entry (transaction_id);
create index ledger_entry_account on ledger_entry (account, id);

create function check_balanced(tx uuid) returns void language plpgsql as $$
declare
  debit  bigint;
  credit bigint;
begin
  select coalesce(sum(amount_fen) filter (where direction = 'DEBIT'), 0),
         coalesce(sum(amount_fen) filter (where direction = 'CREDIT'), 0)
    into debit, credit from ledger_entry where transaction_id = tx;
  if debit <> credit or debit = 0 then
    raise exception 'ledger transaction % does not balance: debit %, credit %', tx, debit, credit
      using errcode = 'check_violation';
  end if;
end $$;
create function check_transaction() returns trigger language plpgsql as $$
begin
  perform check_balanced(new.id);
  return null;
end $$;
create function check_entry() returns trigger language plpgsql as $$
begin
  perform check_balanced(new.transaction_id);
  return null;
end $$;
create constraint trigger ledger_transaction_balances after insert on ledger_transaction
  deferrable initially deferred for each row execute function check_transaction();
create constraint trigger ledger_entry_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function check_entry();

create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
  for each statement execute function refuse_change();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change();
revoke update, delete, truncate on award_history, ledger_transaction, ledger_entry from ${app_role};
revoke insert, update, delete on ledger_account from ${app_role};
revoke delete, truncate on award from ${app_role};

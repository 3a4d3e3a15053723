-- A batch pays lines; a line pays one instalment of one award. What may happen to either stands in the tables of states of
-- the feature paymentbatch.
create table payment_batch (
  id         uuid   primary key,
  revision   bigint not null check (revision > 0),
  programme  text   not null references programme,
  semester   text   not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  state      text   not null
);

create table payment_line (
  id         uuid   primary key,
  batch_id   uuid   not null references payment_batch,
  award_id   uuid   not null references award,
  instalment int    not null check (instalment > 0),
  student_id uuid   not null,
  amount_fen bigint not null check (amount_fen > 0),
  state      text   not null check (state in ('DRAFT', 'FROZEN', 'SENT', 'SETTLED', 'RETURNED', 'REISSUED', 'WRITTEN_BACK', 'VOID'))
);
comment on column payment_line.instalment is 'the first payment of an award is 1; a later raise of its amount is paid as the next';
-- Nobody is paid one instalment twice: one line of it at most is under way or paid.
create unique index payment_line_once on payment_line (award_id, instalment)
  where state not in ('REISSUED', 'WRITTEN_BACK', 'VOID');
create index payment_line_batch on payment_line (batch_id, id);

create view award_paid as
select award_id,
       coalesce(sum(amount_fen) filter (where state in ('FROZEN', 'SENT', 'RETURNED')), 0)::bigint as under_way_fen,
       coalesce(sum(amount_fen) filter (where state = 'SETTLED'), 0)::bigint as settled_fen
from payment_line group by award_id;
comment on view award_paid is 'fen of an award in frozen batches whose end is open, and fen that reached the payee';

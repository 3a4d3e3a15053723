-- A batch pays lines; a line pays one instalment of one award. What may happen to either stands in the tables of states of
-- the feature paymentbatch.
create table payment_batch (
  id            uuid        primary key,
  revision      bigint      not null check (revision > 0),
  kind          text        not null default 'REGULAR' check (kind in ('REGULAR', 'REISSUE')),
  programme     text        not null references programme,
  semester      text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  school_code   text,
  town          text,
  stage         text,
  state         text        not null,
  replaces      uuid        unique references payment_batch,
  made_by       text        not null,
  made_by_name  text        not null,
  made_at       timestamptz not null,
  frozen_at     timestamptz,
  frozen_lines  integer     check (frozen_lines > 0),
  frozen_fen    bigint      check (frozen_fen > 0),
  frozen_sha256 text,
  check ((frozen_at is null) = (frozen_lines is null)),
  check ((frozen_at is null) = (frozen_fen is null)),
  check ((frozen_at is null) = (frozen_sha256 is null)),
  check (frozen_at is not null or state not in ('FROZEN', 'SENT_TO_BANK', 'PARTLY_PAID', 'PAID', 'RECONCILED', 'CLOSED'))
);
comment on column payment_batch.school_code is 'with town and stage: whose awards it pays; null = all';
comment on column payment_batch.replaces is 'the batch voided after its freeze whose new version this is';
comment on column payment_batch.frozen_sha256 is 'of all lines in their order: identity, account, amount';
create index payment_batch_list on payment_batch (semester, id);

create table payment_line (
  id              uuid    primary key,
  batch_id        uuid    not null references payment_batch,
  award_id        uuid    not null references award,
  instalment      int     not null check (instalment > 0),
  student_id      uuid    not null,
  school_code     text    not null,
  account_id      uuid    not null,
  amount_fen      bigint  not null check (amount_fen > 0),
  state           text    not null check (state in ('DRAFT', 'FROZEN', 'SENT', 'SETTLED', 'RETURNED', 'REISSUED', 'WRITTEN_BACK', 'VOID')),
  revision        bigint  not null default 1 check (revision > 0),
  reissue_of      uuid    references payment_line,
  sequence        int     check (sequence > 0),
  end_to_end_id   text    unique check (end_to_end_id ~ '^[0-9A-Za-z]{1,35}$'),
  sent_on         date,
  settled_at      timestamptz,
  returned_on     date,
  return_reason   text,
  return_text     text,
  reissue_due     date,
  check ((sequence is null) = (end_to_end_id is null)),
  check (sequence is not null or state in ('DRAFT', 'VOID')),
  check (state <> 'SETTLED' or settled_at is not null),
  check (state not in ('RETURNED', 'REISSUED', 'WRITTEN_BACK') or returned_on is not null)
);
comment on column payment_line.instalment is 'the first payment of an award is 1; a later raise of its amount is paid as the next';
comment on column payment_line.sequence is 'its place in the frozen batch and in the bank''s file';
comment on column payment_line.return_text is 'what the bank wrote, numbers in it masked';
comment on column payment_line.reissue_due is 'the last working day for paying it again';
-- Nobody is paid one instalment twice: one line of it at most is under way or paid, and one at most waits in a draft.
create unique index payment_line_once on payment_line (award_id, instalment)
  where state in ('FROZEN', 'SENT', 'SETTLED', 'RETURNED');
create unique index payment_line_drafted_once on payment_line (award_id) where state = 'DRAFT';
create unique index payment_line_reissued_once on payment_line (reissue_of) where state <> 'VOID' and reissue_of is not null;
create index payment_line_award on payment_line (award_id);
create index payment_line_batch on payment_line (batch_id, id);
create index payment_line_place on payment_line (batch_id, sequence);
create index payment_line_open on payment_line (state, id) where state in ('SENT', 'RETURNED');

create view award_paid as
select award_id,
       coalesce(sum(amount_fen) filter (where state in ('FROZEN', 'SENT', 'RETURNED')), 0)::bigint as under_way_fen,
       coalesce(sum(amount_fen) filter (where state = 'SETTLED'), 0)::bigint as settled_fen
from payment_line group by award_id;
comment on view award_paid is 'fen of an award in frozen batches whose end is open, and fen that reached the payee';

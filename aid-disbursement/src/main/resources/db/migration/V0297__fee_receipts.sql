-- What schools collected of pupils, receipt by receipt, and what of it they gave back: a fee that a programme waives must not be collected
-- first and waived or returned after (不得“先收后返”; A09). Both are only added to.
create table fee_receipt (
  id               uuid        primary key,
  school_code      text        not null,
  school_town      text        not null,
  student_id       uuid        not null,
  semester         text        not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  fee              text        not null check (fee in ('TUITION', 'BOARDING_FEE', 'TEXTBOOKS', 'MISC_FEE')),
  number           text        not null check (number ~ '^[0-9A-Za-z-]{1,40}$'),
  amount_fen       bigint      not null check (amount_fen > 0),
  received_on      date        not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null,
  unique (school_code, number)
);
comment on column fee_receipt.semester is 'the semester the fee is for';
create index fee_receipt_list on fee_receipt (semester, id);
create index fee_receipt_school on fee_receipt (school_code, semester, id);
create index fee_receipt_student on fee_receipt (student_id, semester);

create table fee_refund (
  id               uuid        primary key,
  receipt_id       uuid        not null references fee_receipt,
  kind             text        not null check (kind in ('REFUND', 'CANCELLATION')),
  amount_fen       bigint      not null check (amount_fen > 0),
  refunded_on      date        not null,
  reason           text        not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null
);
comment on column fee_refund.kind is 'a part of the money given back, or the whole receipt declared void';
create index fee_refund_of on fee_refund (receipt_id, id);

-- Refunds of one receipt wait for each other, so that together they are never more than was taken.
create function check_fee_refund() returns trigger language plpgsql security definer set search_path = public as $$
declare
  taken  fee_receipt;
  before bigint;
begin
  select * into taken from fee_receipt where id = new.receipt_id for update;
  select coalesce(sum(amount_fen), 0) into before from fee_refund where receipt_id = new.receipt_id;
  if before + new.amount_fen > taken.amount_fen then
    raise exception 'more is given back on receipt % than was taken', new.receipt_id using errcode = 'check_violation';
  end if;
  if new.kind = 'CANCELLATION' and new.amount_fen <> taken.amount_fen then
    raise exception 'receipt % is void as a whole or not at all', new.receipt_id using errcode = 'check_violation';
  end if;
  if new.refunded_on < taken.received_on then
    raise exception 'receipt % is given back before it was taken', new.receipt_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger fee_refund_within_receipt before insert on fee_refund for each row execute function check_fee_refund();

create view fee_receipt_now as
select r.*, coalesce(f.fen, 0)::bigint as refunded_fen
from fee_receipt r
left join lateral (select sum(f.amount_fen) as fen from fee_refund f where f.receipt_id = r.id) f on true;

-- Each record of a pupil beside all records of the same person, itself among them.
create view same_person as
select p.student_id, w.student_id as record_id
from pupil p
join lateral (
  select coalesce(p.merged_into, p.student_id) as student_id
  union all
  select m.student_id from pupil m where m.merged_into = coalesce(p.merged_into, p.student_id)) w on true;

-- Awards beside each receipt: of the same person and of the same semester.
create view fee_receipt_award as
select r.id as receipt_id, a.id as award_id
from fee_receipt r
join same_person s on s.student_id = r.student_id
join award a on a.student_id = s.record_id and a.semester = r.semester;

create trigger fee_receipt_append_only before update or delete or truncate on fee_receipt
  for each statement execute function refuse_change();
create trigger fee_refund_append_only before update or delete or truncate on fee_refund
  for each statement execute function refuse_change();
revoke update, delete, truncate on fee_receipt, fee_refund from ${app_role};

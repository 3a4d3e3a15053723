-- Too much was frozen or paid: how much of which award is to come back, and what became of it. Both tables only grow.
create table recovery_item (
  id         uuid        primary key,
  award_id   uuid        not null references award,
  amount_fen bigint      not null check (amount_fen > 0),
  reasons    text        not null check (reasons is json array),
  raised_at  timestamptz not null
);
create index recovery_item_award on recovery_item (award_id);

create table recovery_item_step (
  item_id         uuid        not null references recovery_item,
  seq             integer     not null check (seq > 0),
  event           text        not null
    check (event in ('RAISED', 'REPAID', 'OFFSET', 'LAPSED', 'WRITE_OFF_ASKED', 'WRITE_OFF_REFUSED', 'WRITTEN_OFF')),
  from_state      text,
  to_state        text        not null
    check (to_state in ('OPEN', 'WRITE_OFF_ASKED', 'REPAID', 'OFFSET', 'LAPSED', 'WRITTEN_OFF')),
  amount_fen      bigint      not null check (amount_fen >= 0),
  open_fen        bigint      not null check (open_fen >= 0),
  offset_award_id uuid        references award,
  evidence        text,
  reason          text,
  actor           text        not null,
  actor_name      text        not null,
  at              timestamptz not null,
  primary key (item_id, seq),
  check ((event = 'RAISED') = (seq = 1)),
  check ((seq = 1) = (from_state is null)),
  check ((event = 'OFFSET') = (offset_award_id is not null)),
  check ((to_state in ('OPEN', 'WRITE_OFF_ASKED')) = (open_fen > 0)),
  check (event not in ('WRITE_OFF_ASKED', 'WRITE_OFF_REFUSED') or amount_fen = 0),
  check (event not in ('REPAID', 'OFFSET', 'LAPSED', 'WRITTEN_OFF') or amount_fen > 0),
  check (event <> 'WRITTEN_OFF' or reason is not null)
);
comment on column recovery_item_step.amount_fen is 'fen this step takes off what is open';
create index recovery_item_step_offset on recovery_item_step (offset_award_id) where offset_award_id is not null;

-- Every step follows the one before it: nothing is repaid that is not open, and nobody writes off what he asked to write off.
create function check_recovery_step() returns trigger language plpgsql as $$
declare
  item   recovery_item%rowtype;
  before recovery_item_step%rowtype;
begin
  select * into item from recovery_item where id = new.item_id;
  if new.seq = 1 then
    if new.open_fen <> item.amount_fen or new.amount_fen <> 0 then
      raise exception 'recovery item % begins with its whole amount', new.item_id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  select * into before from recovery_item_step where item_id = new.item_id and seq = new.seq - 1;
  if before.item_id is null or before.to_state is distinct from new.from_state
      or before.to_state not in ('OPEN', 'WRITE_OFF_ASKED') or new.open_fen <> before.open_fen - new.amount_fen then
    raise exception 'step % of recovery item % does not follow the one before it', new.seq, new.item_id
      using errcode = 'check_violation';
  end if;
  if new.event = 'WRITTEN_OFF' and (before.to_state <> 'WRITE_OFF_ASKED' or before.actor = new.actor) then
    raise exception 'recovery item % is written off by another person than asked for it', new.item_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger recovery_item_step_follows before insert on recovery_item_step
  for each row execute function check_recovery_step();

create view recovery_item_now as
select i.id, i.award_id, i.amount_fen, i.reasons, i.raised_at, s.seq, s.to_state as state, s.open_fen, s.at as changed_at
from recovery_item i
cross join lateral (select * from recovery_item_step x where x.item_id = i.id order by x.seq desc limit 1) s;

-- Money of each award. What was repaid, or set against another award, was not received by it; what another award's overpayment
-- was set against it was. Each part is found by an index of the award, so that one award costs as little as its share of many.
create view award_money as
select a.id as award_id, a.student_id, a.semester, a.programme, a.state,
       case a.state when 'STOPPED' then a.kept_fen else coalesce(a.amount_fen, 0) end as granted_fen,
       coalesce(p.drafted_fen, 0) as drafted_fen,
       coalesce(p.under_way_fen, 0) as under_way_fen,
       coalesce(p.settled_fen, 0) as settled_fen,
       coalesce(p.last_instalment, 0) as last_instalment,
       coalesce(p.under_way_fen, 0) + coalesce(p.settled_fen, 0) - coalesce(r.given_back_fen, 0) + coalesce(o.offset_fen, 0)
         as received_fen,
       coalesce(c.open_fen, 0) + coalesce(r.written_off_fen, 0) as claimed_fen
from award a
left join lateral (
  select sum(l.amount_fen) filter (where l.state = 'DRAFT')::bigint as drafted_fen,
         sum(l.amount_fen) filter (where l.state in ('FROZEN', 'SENT', 'RETURNED'))::bigint as under_way_fen,
         sum(l.amount_fen) filter (where l.state = 'SETTLED')::bigint as settled_fen,
         max(l.instalment) as last_instalment
  from payment_line l where l.award_id = a.id and l.state not in ('REISSUED', 'WRITTEN_BACK', 'VOID')) p on true
left join lateral (
  select sum(s.amount_fen) filter (where s.event in ('REPAID', 'OFFSET'))::bigint as given_back_fen,
         sum(s.amount_fen) filter (where s.event = 'WRITTEN_OFF')::bigint as written_off_fen
  from recovery_item i join recovery_item_step s on s.item_id = i.id where i.award_id = a.id) r on true
left join lateral (
  select sum(n.open_fen)::bigint as open_fen from recovery_item_now n where n.award_id = a.id) c on true
left join lateral (
  select sum(x.amount_fen)::bigint as offset_fen from recovery_item_step x where x.offset_award_id = a.id) o on true;

-- One pupil, one semester, one programme: an award that ended and the one that followed it are one account (A01).
create view award_account as
select student_id, semester, programme, sum(granted_fen)::bigint as granted_fen, sum(received_fen)::bigint as received_fen,
       sum(drafted_fen)::bigint as drafted_fen, sum(claimed_fen)::bigint as claimed_fen,
       greatest(sum(received_fen) - sum(granted_fen), 0)::bigint as overpaid_fen
from award_money group by student_id, semester, programme;

create view award_payable as
select award_id, last_instalment + 1 as instalment, (amount_fen - taken_fen)::bigint as payable_fen,
       student_id, semester, programme, school_code, school_town, form, payer
from (
  select m.award_id, m.last_instalment, m.student_id, m.semester, m.programme, m.state, a.amount_fen, a.school_code,
         a.school_town, a.form, a.payer,
         sum(m.received_fen + m.drafted_fen) over (partition by m.student_id, m.semester, m.programme) as taken_fen
  from award_money m join award a on a.id = m.award_id) x
where state = 'APPROVED' and amount_fen > taken_fen;
comment on view award_payable is 'what an approved award still has to pay, as its next instalment; drafted lines count as paid';

-- Never more is asked back than was paid too much.
create function check_recovery_item() returns trigger language plpgsql as $$
declare
  of_award award%rowtype;
  free     bigint;
begin
  select * into of_award from award where id = new.award_id;
  perform pg_advisory_xact_lock(hashtextextended('recovery/' || of_award.student_id, 0));
  select overpaid_fen - claimed_fen into free from award_account
  where student_id = of_award.student_id and semester = of_award.semester and programme = of_award.programme;
  if new.amount_fen > coalesce(free, 0) then
    raise exception 'award % was not overpaid by %', new.award_id, new.amount_fen using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger recovery_item_within_overpaid before insert on recovery_item
  for each row execute function check_recovery_item();
create trigger recovery_item_append_only before update or delete or truncate on recovery_item
  for each statement execute function refuse_change();
create trigger recovery_item_step_append_only before update or delete or truncate on recovery_item_step
  for each statement execute function refuse_change();

-- Whether an overpayment may be set against a later payment. The row with the newest first day counts; without one it may not.
create table recovery_term (
  first_day      date primary key,
  offset_allowed boolean not null,
  document       text not null,
  set_by         text not null,
  set_by_name    text not null,
  set_at         timestamptz not null
);
create trigger recovery_term_append_only before update or delete or truncate on recovery_term
  for each statement execute function refuse_change();
revoke update, delete, truncate on recovery_item, recovery_item_step, recovery_term from ${app_role};

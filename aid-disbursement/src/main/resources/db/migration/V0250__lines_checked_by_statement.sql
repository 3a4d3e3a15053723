-- The guards of V0080 say the same as before and cost a large batch less: what one row alone tells is asked of the row without calling a
-- function, and what needs its batch or the table of edges is asked once for each statement.
create function refuse_rewritten_line() returns trigger language plpgsql as $$
begin
  raise exception 'a line of a batch is never rewritten' using errcode = 'restrict_violation';
end $$;
drop trigger payment_line_stays on payment_line;
create trigger payment_line_stays before update on payment_line for each row
  when ((old.id, old.batch_id, old.award_id, old.instalment, old.student_id, old.school_code, old.amount_fen)
          is distinct from (new.id, new.batch_id, new.award_id, new.instalment, new.student_id, new.school_code, new.amount_fen)
        or old.reissue_of is distinct from new.reissue_of
        or (old.state <> 'DRAFT' and (old.account_id, old.sequence, old.end_to_end_id)
              is distinct from (new.account_id, new.sequence, new.end_to_end_id))
        or (old.state = new.state and old.state <> 'DRAFT')
        or (old.state <> new.state and new.revision <> old.revision + 1))
  execute function refuse_rewritten_line();

create function check_line_edges() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  -- Planned anew each time, for as many rows as there are: the plan of one line's update never ends for those of a large batch.
  execute $query$
    select e.from_state, e.to_state,
           exists (select from payment_line_edge x where (x.from_state, x.to_state) = (e.from_state, e.to_state)) as known
    from (select distinct o.state as from_state, n.state as to_state, n.batch_id
          from changed_from o join changed_to n on n.id = o.id where n.state <> o.state) e
    join payment_batch b on b.id = e.batch_id
    where not exists (select from payment_line_edge x where (x.from_state, x.to_state) = (e.from_state, e.to_state))
       or (e.to_state = 'FROZEN' and b.state <> 'FROZEN')
       or (e.to_state in ('SENT', 'SETTLED', 'RETURNED', 'REISSUED', 'WRITTEN_BACK')
           and b.state not in ('SENT_TO_BANK', 'PARTLY_PAID', 'PAID', 'RECONCILED', 'CLOSED'))
    limit 1 $query$ into wrong;
  if not wrong.known then
    raise exception 'a line does not go from % to %', wrong.from_state, wrong.to_state using errcode = 'restrict_violation';
  elsif wrong.known then
    raise exception 'a line does not go ahead of its batch' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger payment_line_edges after update on payment_line referencing old table as changed_from new table as changed_to
  for each statement execute function check_line_edges();
drop function check_changed_line();

create function check_new_lines() returns trigger language plpgsql as $$
begin
  if exists (select from fresh where state <> 'DRAFT' or sequence is not null)
     or exists (select from payment_batch where id in (select batch_id from fresh) and state not in ('DRAFT', 'REJECTED')) then
    raise exception 'a line begins as a draft in a batch that is being made' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
drop trigger payment_line_begins on payment_line;
create trigger payment_line_begins after insert on payment_line referencing new table as fresh
  for each statement execute function check_new_lines();
drop function check_new_line();

-- A frozen batch was counted anew whenever it took an edge, once for each portion of the bank's results. Its lines cannot change after
-- the freeze: it is counted then, and once more where people say that it is through.
drop trigger payment_batch_sums on payment_batch;
create constraint trigger payment_batch_sums after update on payment_batch deferrable initially deferred
  for each row when (new.state in ('FROZEN', 'RECONCILED', 'CLOSED')) execute function check_batch_sums();

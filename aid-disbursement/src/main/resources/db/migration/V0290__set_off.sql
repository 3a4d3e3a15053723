-- What is kept back from an award because its pupil owes belongs to what is told of it: without it a set-off looks like a short
-- payment (A08) to whoever follows the events.
alter table award add column set_off_fen bigint not null default 0 check (set_off_fen >= 0);
comment on column award.set_off_fen is 'fen of other overpayments set against it: received, though not by the bank';
update award a set set_off_fen = s.fen
from (select offset_award_id, sum(amount_fen) as fen from recovery_item_step where event = 'OFFSET' group by 1) s
where a.id = s.offset_award_id;

-- The award says what the steps say, whichever of them is written.
create function check_set_off() returns trigger language plpgsql as $$
declare
  which uuid;
begin
  if tg_table_name = 'award' then
    which := new.id;
  else
    which := new.offset_award_id;
  end if;
  if (select set_off_fen from award where id = which)
      <> (select coalesce(sum(amount_fen), 0) from recovery_item_step where offset_award_id = which) then
    raise exception 'award % does not say what was set off against it', which using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger award_says_set_off after update on award deferrable initially deferred
  for each row when (old.set_off_fen is distinct from new.set_off_fen) execute function check_set_off();
create constraint trigger recovery_item_step_is_said after insert on recovery_item_step deferrable initially deferred
  for each row when (new.offset_award_id is not null) execute function check_set_off();

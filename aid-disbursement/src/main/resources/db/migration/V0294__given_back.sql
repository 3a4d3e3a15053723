-- What a pupil gave back of an award was paid and is not with him any more: who follows the events has to know it, or an award
-- granted again looks paid (A08).
alter table award add column given_back_fen bigint not null default 0 check (given_back_fen >= 0);
comment on column award.given_back_fen is 'fen of it repaid, or set against another award';

create function check_given_back() returns trigger language plpgsql as $$
declare
  which uuid;
begin
  if tg_table_name = 'award' then
    which := new.id;
  else
    which := (select award_id from recovery_item where id = new.item_id);
  end if;
  if (select given_back_fen from award where id = which)
      <> (select coalesce(sum(s.amount_fen), 0) from recovery_item i join recovery_item_step s on s.item_id = i.id
          where i.award_id = which and s.event in ('REPAID', 'OFFSET')) then
    raise exception 'award % does not say what was given back of it', which using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger award_says_given_back after update on award deferrable initially deferred
  for each row when (old.given_back_fen is distinct from new.given_back_fen) execute function check_given_back();
create constraint trigger recovery_item_step_is_told after insert on recovery_item_step deferrable initially deferred
  for each row when (new.event in ('REPAID', 'OFFSET')) execute function check_given_back();

update award a set given_back_fen = g.fen
from (select i.award_id, sum(s.amount_fen) as fen from recovery_item i join recovery_item_step s on s.item_id = i.id
      where s.event in ('REPAID', 'OFFSET') group by 1) g
where a.id = g.award_id;

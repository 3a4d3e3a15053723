-- What evidence leans on is there, as before, and is asked once for each statement: asked row by row, each answer locked and rewrote a row
-- of the pupil and of the register, which was half of a first load. Neither is ever deleted, so nothing can be missing later.
create function check_evidence_leans() returns trigger language plpgsql as $$
declare
  missing boolean;
begin
  -- Planned anew each time, for as many rows as there are.
  execute $query$
    select exists (select from said n left join student s on s.id = n.student_id where s.id is null)
        or exists (select from said n left join register_entry e on e.id = n.entry_id where e.id is null) $query$ into missing;
  if missing then
    raise exception 'evidence leans on an entry of a register and is of a pupil' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger evidence_begins after insert on evidence referencing new table as said
  for each statement execute function check_evidence_leans();
create trigger evidence_moves after update on evidence referencing new table as said
  for each statement execute function check_evidence_leans();
alter table evidence drop constraint evidence_student_id_fkey, drop constraint evidence_entry_id_fkey;
create trigger register_entry_stays before delete on register_entry for each row execute function refuse_change();
create trigger student_stays before delete on student for each row execute function refuse_change();
create trigger register_entry_id_stays before update on register_entry for each row when (old.id <> new.id)
  execute function refuse_change();
create trigger student_id_stays before update on student for each row when (old.id <> new.id) execute function refuse_change();
create trigger register_entry_whole before truncate on register_entry for each statement execute function refuse_change();
create trigger student_whole before truncate on student for each statement execute function refuse_change();

-- Only a list of what is to be looked at, filled from evidence and emptied a moment later.
alter table pending_evaluation drop constraint pending_evaluation_student_id_fkey;

-- Freshman aid becomes money as an award does: an approved application grants an award of its programme, in the semester its pupil
-- leaves school in, and batches pay it with no machinery of its own.
alter table award
  add column application_id uuid unique references freshman_grant,
  add column once_person    uuid,
  add constraint award_applied_for check ((application_id is null) = (once_person is null));
comment on column award.application_id is 'what it was granted on, where it was applied for and does not follow from the ruling alone';
comment on column award.once_person is 'blind index of the person: what is applied for is granted him once in his life';
create unique index award_once_in_life on award (programme, once_person) where state <> 'STOPPED';

alter table freshman_grant drop constraint freshman_grant_check1;
alter table freshman_grant drop constraint freshman_grant_state_check;
-- Paid by hand before: it stays so, and no award pays it again. Approved and not paid: the county says it once more, which grants the award.
insert into university_event (id, subject, subject_id, version, occasion, state, reason, by_id, by_name, at)
  select uuidv7(), 'freshman-grant', id, version + 1, 'TAKE_BACK', 'SCHOOL_CHECKED', '须按资助重新批准后入批次发放', 'system:migration', '系统', now()
  from freshman_grant where state = 'APPROVED';
update freshman_grant set state = 'SCHOOL_CHECKED', approved_by = null, version = version + 1 where state = 'APPROVED';
update freshman_grant set state = 'APPROVED' where state = 'PAID';
alter table freshman_grant
  add constraint freshman_grant_state_check check (state in ('APPLIED', 'SCHOOL_CHECKED', 'APPROVED', 'REFUSED')),
  add constraint freshman_grant_approved_check check (state <> 'APPROVED' or approved_by is not null),
  add constraint freshman_grant_by_hand_check check ((paid_on is null) = (account_id is null) and (paid_on is null or state = 'APPROVED'));
comment on column freshman_grant.paid_on is 'only of grants paid by hand before payments went through batches';

-- An approved grant has the award that pays it, of the same pupil and amount; one that is refused has none that could.
create function check_freshman_award() returns trigger language plpgsql as $$
declare
  granted award%rowtype;
begin
  select * into granted from award where application_id = new.id;
  if new.state = 'APPROVED' and new.paid_on is null
     and (granted.student_id, granted.amount_fen) is distinct from (new.student_id, new.amount_fen) then
    raise exception 'the approved grant % has no award that pays it', new.id using errcode = 'check_violation';
  end if;
  if (new.state <> 'APPROVED' or new.paid_on is not null) and granted.state <> 'STOPPED' then
    raise exception 'the grant % is not approved and has an award', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger freshman_grant_award after insert or update on freshman_grant deferrable initially deferred
  for each row execute function check_freshman_award();

-- Records whose time is over lose what identifies a person and keep what is counted.
alter table student
  add column anonymised_on date,
  alter column student_number_index drop not null,
  alter column student_number_sealed drop not null;
drop index student_number;
create unique index student_number on student (student_number_index, merged_into) nulls not distinct
  where anonymised_on is null;
alter table student
  add check ((anonymised_on is null) = (student_number_index is not null)),
  add check ((anonymised_on is null) = (student_number_sealed is not null)),
  add check (anonymised_on is null or num_nulls(identity_index, identity_sealed, birth_date, guardian_name,
    guardian_identity_index, guardian_identity_sealed, second_guardian_name, second_guardian_identity_index,
    second_guardian_identity_sealed) = 9);
alter table application alter column answers_sealed drop not null;
comment on column application.answers_sealed is 'null once erased';
alter table waiver alter column reason_sealed drop not null;
alter table revocation alter column finding_sealed drop not null;

-- Last day of a semester: autumn runs to the end of February, spring to the end of August.
create function semester_end(code text) returns date language sql immutable as $$
  select case when code like '%-spring' then make_date(left(code, 4)::int, 8, 31)
    else make_date(left(code, 4)::int + 1, 3, 1) - 1 end
$$;

-- The day a pupil's last stage ended here; null while he is on the roll.
create function roll_end(student uuid) returns date language sql stable as $$
  select case when c.state in ('TRANSFERRED', 'LEFT', 'GRADUATED') then c.valid_from end
  from enrolment_change c where c.student_id = student order by c.valid_from desc, c.id desc limit 1
$$;

-- The day the stage ended that a pupil was in on a day: he went on to another, or left the roll.
create function stage_end(student uuid, day date) returns date language sql stable as $$
  select least(roll_end(student), (
    select min(later.valid_from) from enrolment_change later
    where later.student_id = student and later.valid_from > day and later.stage <> (
      select present.stage from enrolment_change present where present.student_id = student and present.valid_from <= day
      order by present.valid_from desc, present.id desc limit 1)))
$$;

-- Who was identified, counted by where he was when the semester ended; the same before and after pupils are anonymised.
create view identified_statistics as
select w.semester, coalesce(e.school_code, s.school_code) as school_code, c.town, coalesce(e.stage, s.stage) as stage, w.level,
  w.categories, count(*) as persons
from (
  select student_id, semester, level, categories from identification where identified
  union all
  select p.student_id, p.semester, p.level, p.categories from prior_identification p
  where not exists (select 1 from identification i where i.student_id = p.student_id and i.semester = p.semester)) w
join student s on s.id = w.student_id
left join lateral (
  select h.school_code, h.stage from enrolment_change h
  where h.student_id = s.id and h.valid_from <= semester_end(w.semester)
  order by h.valid_from desc, h.id desc limit 1) e on true
left join school c on c.code = coalesce(e.school_code, s.school_code)
group by 1, 2, 3, 4, 5, 6;

-- Who counts as of school age, by register and stage; ages in full years on the first day of a semester.
create table school_age (
  source     text    not null,
  stage      text    not null check (stage in ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR', 'HIGHER')),
  from_age   integer not null check (from_age between 0 and 40),
  to_age     integer not null check (to_age between 0 and 40),
  task       boolean not null,
  valid_from date    not null,
  primary key (source, valid_from, stage),
  check (to_age >= from_age)
);
comment on column school_age.task is 'whether a person without a pupil becomes a task; otherwise the row is only marked';
comment on table school_age is 'the newest set of a source holds; sets are added, never changed';

insert into school_age (source, stage, from_age, to_age, task, valid_from)
select source, stage, from_age, to_age, source like 'civil-affairs-%', '2000-01-01'
from unnest(array['civil-affairs-dibao', 'civil-affairs-tekun', 'civil-affairs-orphan', 'poverty-office-registered',
                  'disabled-federation']) as source,
  (values ('PRESCHOOL', 3, 5), ('PRIMARY', 6, 11), ('JUNIOR', 12, 14), ('SENIOR', 15, 17)) as a (stage, from_age, to_age);

create function school_age_on(day date)
returns table (source text, stage text, task boolean, born_from date, born_to date)
language sql stable as $$
  select a.source, a.stage, a.task, (day - make_interval(years => a.to_age + 1))::date + 1,
    (day - make_interval(years => a.from_age))::date
  from school_age a
  where a.valid_from = (select max(b.valid_from) from school_age b where b.source = a.source and b.valid_from <= day)
$$;

-- Working days until a case or task counts as overdue.
create table desk_deadline (
  work         text    not null check (work in ('MATCH_CASE', 'REVERSE_CHECK')),
  working_days integer not null check (working_days between 1 and 250),
  valid_from   date    not null,
  primary key (work, valid_from)
);
insert into desk_deadline (work, working_days, valid_from) values
  ('MATCH_CASE', 10, '2000-01-01'),
  ('REVERSE_CHECK', 10, '2000-01-01');

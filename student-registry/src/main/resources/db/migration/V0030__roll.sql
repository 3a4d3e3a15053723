-- The roll in full: what kind of school, both guardians, what a pupil was on any past day, and the numbers he went by before.
alter table school
  add column stages        text[] not null default '{}',
  add column kind          text check (kind in ('PUBLIC', 'PRIVATE', 'PRIVATE_INCLUSIVE', 'OTHER_DEPARTMENT')),
  add column nature        text check (nature in ('CENTRAL_SCHOOL', 'COMPLETE_PRIMARY', 'TEACHING_POINT', 'NINE_YEAR', 'TWELVE_YEAR',
                             'COMPLETE_SECONDARY', 'KINDERGARTEN', 'VOCATIONAL', 'SPECIAL', 'ORDINARY')),
  add column central       boolean not null default false,
  add column told_central  text,
  add column central_code  text;
update school set stages = array[stage];
comment on column school.stage is 'the first of its stages';
comment on column school.central is 'it is the central school (中心校) of its town';
comment on column school.told_central is 'the central school the list names; where it names none, the only central school of the town counts';
comment on column school.central_code is 'the central school it belongs to';
create index school_central on school (town) where central;

alter table student
  add column merged_into                     uuid references student (id),
  add column entry_mode                      text check (entry_mode in ('ADMITTED', 'TRANSFERRED_IN')),
  add column disability                      text,
  add column disability_proven               boolean not null default false,
  add column guardian_legal                  boolean,
  add column second_guardian_name            text,
  add column second_guardian_relation        text,
  add column second_guardian_legal           boolean,
  add column second_guardian_identity_index  uuid,
  add column second_guardian_identity_sealed bytea,
  add check (merged_into <> id);
comment on column student.merged_into is 'a record of the same person that counts in his place';
comment on column student.disability is 'as the enrolment file says; a hint, proof is evidence';
comment on column student.disability_proven is 'a certificate is current; kept so that a change of it is noticed';
update student set guardian_legal = true where guardian_name is not null or guardian_identity_index is not null;
alter table student drop constraint student_student_number_index_key;
create unique index student_number on student (student_number_index, merged_into) nulls not distinct;
create index student_merged on student (merged_into) where merged_into is not null;
create index student_counting on student (coalesce(merged_into, id));
create index student_second_guardian on student (second_guardian_identity_index) where second_guardian_identity_index is not null;

-- Numbers a pupil went by and does not any more, with the name he had then. valid_from is null where it is not known. holder_id is the
-- pupil, or the record that counts in his place.
create table former_identifier (
  id               uuid  primary key,
  student_id       uuid  not null references student (id),
  holder_id        uuid  not null references student (id),
  kind             text  not null check (kind in ('IDENTITY', 'STUDENT_NUMBER')),
  identifier_index uuid  not null,
  sealed           bytea not null,
  name             text  not null,
  valid_from       date,
  valid_to         date  not null,
  batch_id         uuid  not null
);
create index former_identifier_index on former_identifier (identifier_index, kind);
create index former_identifier_holder on former_identifier (holder_id);
create index former_identifier_student on former_identifier (student_id);

-- Each part of these views is one table without conditions: only so the planner looks a single number up by its index. Numbers of
-- different kinds never share an index.

-- Who is meant by a student number. A number in use (rank 0) goes before the others.
create view student_number_holder as
select student_number_index, coalesce(merged_into, id) as student_id, case when merged_into is null then 0 else 1 end as rank
from student
union all
select identifier_index, holder_id, 2 from former_identifier;

-- Who is meant by an identity number and a name. A former number counts only together with the name: it may have been a typing error
-- that is somebody else's number.
create view pupil_identity as
select coalesce(merged_into, id) as student_id, identity_index, name, true as certain from student
union all
select holder_id, identifier_index, name, false from former_identifier;

create view pupil_guardian as
select coalesce(merged_into, id) as student_id, guardian_identity_index as identity_index from student
union all
select coalesce(merged_into, id), second_guardian_identity_index from student;

-- What enrolment said from a day on; the next row of the pupil ends it. Rows of a batch can be taken back as one.
create table enrolment_change (
  id          uuid    primary key,
  student_id  uuid    not null references student (id),
  valid_from  date    not null,
  school_code text    not null,
  stage       text    not null,
  grade       integer not null,
  class_name  text    not null,
  boarding    boolean not null,
  state       text    not null check (state in ('IN_SCHOOL', 'SUSPENDED', 'TRANSFERRED', 'LEFT', 'GRADUATED')),
  batch_id    uuid,
  reason      text,
  acted_by    text,
  acted_name  text,
  recorded_at timestamptz not null,
  check ((batch_id is null) = (acted_by is not null)),
  check ((acted_by is null) = (reason is null))
);
comment on table enrolment_change is 'written by an enrolment file (batch_id) or by a person (acted_by, reason)';
create index enrolment_change_student on enrolment_change (student_id, valid_from, id);
create index enrolment_change_batch on enrolment_change (batch_id);
insert into enrolment_change (id, student_id, valid_from, school_code, stage, grade, class_name, boarding, state, batch_id,
  recorded_at)
select uuidv7(), s.id, b.as_of, s.school_code, s.stage, s.grade, s.class_name, s.boarding, s.enrolment_state, s.batch_id,
  b.created_at
from student s join feed_batch b on b.id = s.batch_id;
grant maintain on enrolment_change to ${app_role};

-- Pupils who struggle with learning (学困), as their school says for a semester; they are visited monthly (S55).
create table struggling_pupil (
  id            uuid        primary key,
  student_id    uuid        not null references student (id),
  semester      text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  reason        text        not null,
  set_by        text        not null,
  set_by_name   text        not null,
  set_at        timestamptz not null,
  ended_by      text,
  ended_by_name text,
  ended_at      timestamptz,
  end_reason    text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index struggling_pupil_current on struggling_pupil (student_id) where ended_at is null;
create index struggling_pupil_student on struggling_pupil (student_id);

-- Households as registers number them, under an identifier of our own: neither the number nor its blind index leaves.
create table household (
  id              uuid primary key,
  source          text not null,
  household_index uuid not null,
  area            text,
  town            text,
  village         text,
  unique (household_index, source)
);
insert into household
select uuidv7(), source, household_index, area, town, village
from (select distinct on (household_index, source) * from register_entry where household_index is not null
      order by household_index, source, valid_to desc nulls first) h;
create index household_town on household (town, id);
grant maintain on household to ${app_role};

-- Pupils of a household: listed in it, or with a guardian who is listed in it or heads it.
create view household_pupil as
select e.source, e.household_index, i.student_id, 'MEMBER' as link
from register_entry e join pupil_identity i on i.identity_index = e.person_index and i.name = e.name
where e.valid_to is null and e.household_index is not null
union
select e.source, e.household_index, g.student_id, 'GUARDIAN'
from register_entry e join pupil_guardian g on g.identity_index = e.person_index
where e.valid_to is null and e.household_index is not null
union
select e.source, e.household_index, g.student_id, 'GUARDIAN'
from register_entry e join pupil_guardian g on g.identity_index = e.head_index
where e.valid_to is null and e.household_index is not null;

-- Schools and pupils as the bureau's own files tell of them. Numbers that identify a person are never in clear:
-- *_sealed is the encrypted number, *_index its blind index.
create table school (
  code     text   primary key,
  name     text   not null,
  stage    text   not null check (stage in
             ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_HIGH', 'SECONDARY_VOCATIONAL', 'SPECIAL')),
  town     text   not null,
  revision bigint not null check (revision > 0)
);
create index school_town on school (town, code);

create table student (
  id                       uuid    primary key,
  student_number_index     uuid    not null unique,
  student_number_sealed    bytea   not null,
  identity_index           uuid,
  identity_sealed          bytea,
  name                     text    not null,
  sex                      text,
  birth_date               date,
  school_code              text    not null,
  stage                    text    not null,
  grade                    integer not null,
  class_name               text    not null,
  boarding                 boolean not null,
  enrolment_state          text    not null check (enrolment_state in
                             ('IN_SCHOOL', 'SUSPENDED', 'TRANSFERRED', 'LEFT', 'GRADUATED')),
  left_behind              boolean not null,
  household_kind           text,
  household_town           text,
  household_village        text,
  guardian_name            text,
  guardian_relation        text,
  guardian_identity_index  uuid,
  guardian_identity_sealed bytea,
  row_hash                 bytea   not null,
  revision                 bigint  not null check (revision > 0),
  batch_id                 uuid    not null
);
comment on column student.school_code is 'no foreign key: enrolment may arrive before the schools do';
create index student_identity on student (identity_index);
create index student_guardian on student (guardian_identity_index);
create index student_school on student (school_code, class_name, name);

-- Last semester's list by student number, kept whether or not the pupil is known yet.
create table identified_entry (
  student_number_index uuid     not null,
  semester             text     not null,
  name                 text     not null,
  level                text     not null check (level in ('SEVERE', 'DIFFICULT', 'ORDINARY')),
  categories           text[]   not null,
  row_hash             bytea    not null,
  batch_id             uuid     not null,
  line_no              integer  not null,
  primary key (student_number_index, semester)
);

create table prior_identification (
  student_id uuid   not null references student (id),
  semester   text   not null,
  level      text   not null check (level in ('SEVERE', 'DIFFICULT', 'ORDINARY')),
  categories text[] not null,
  batch_id   uuid   not null,
  primary key (student_id, semester)
);

-- Pupils whose facts changed; worked off by the identification feature.
create table pending_evaluation (
  student_id   uuid        primary key references student (id),
  requested_at timestamptz not null default now()
);

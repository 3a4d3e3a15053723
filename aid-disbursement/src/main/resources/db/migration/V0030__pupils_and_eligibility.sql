-- What this service follows of the registry's pupils and rulings; the highest revision is kept.
create table pupil (
  student_id      uuid primary key,
  revision        bigint not null,
  name            text not null,
  school_code     text not null,
  school_name     text not null,
  school_town     text not null,
  stage           text not null,
  grade           integer not null,
  class_name      text,
  boarding        boolean not null,
  enrolment_state text not null
);
create index pupil_school on pupil (school_code);

-- A ruling whose pupil is not known yet waits here: decided_revision stays null until he arrives.
create table eligibility (
  identification_id uuid primary key,
  student_id        uuid not null,
  semester          text not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  revision          bigint not null,
  result            text not null,
  state             text not null,
  identified        boolean not null,
  level             text,
  categories        text[] not null,
  four_category     boolean not null,
  valid_basis       boolean not null,
  ruling_id         uuid,
  received_at       timestamptz not null,
  decided_revision  bigint,
  check (not identified or level is not null)
);
create index eligibility_student on eligibility (student_id, semester);
create index eligibility_waiting on eligibility (student_id) where decided_revision is null;
create index eligibility_identified on eligibility (semester) where identified;

-- What the other services told, newest revision of each aggregate. Topics arrive in any order, so nothing refers to anything.
create table pupil (
  student_id      uuid primary key,
  revision        bigint  not null check (revision >= 0),
  name            text    not null,
  school_code     text    not null,
  school_name     text,
  school_town     text,
  stage           text    not null
    check (stage in ('PRESCHOOL', 'PRIMARY', 'JUNIOR', 'SENIOR_HIGH', 'SECONDARY_VOCATIONAL', 'SPECIAL')),
  boarding        boolean not null,
  enrolment_state text    not null
    check (enrolment_state in ('IN_SCHOOL', 'SUSPENDED', 'TRANSFERRED', 'LEFT', 'GRADUATED'))
);
create index pupil_school on pupil (school_code);

create table eligibility (
  identification_id uuid primary key,
  student_id        uuid        not null,
  revision          bigint      not null check (revision >= 0),
  semester          text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  semester_start    date        not null,
  state             text        not null,
  identified        boolean     not null,
  valid_basis       boolean     not null,
  received_at       timestamptz not null default clock_timestamp()
);
create index eligibility_student on eligibility (student_id, semester_start desc);
comment on column eligibility.received_at is 'machine time: measures the wait for what follows, never a business date';

create table award (
  award_id       uuid primary key,
  student_id     uuid   not null,
  revision       bigint not null check (revision >= 0),
  semester       text   not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  semester_start date   not null,
  programme      text   not null,
  programme_name text,
  state          text   not null check (state in ('PROPOSED', 'APPROVED', 'SUSPENDED', 'STOPPED'))
);
create index award_student on award (student_id);

create table assignment (
  assignment_id uuid primary key,
  student_id    uuid   not null,
  revision      bigint not null check (revision >= 0),
  state         text   not null check (state in ('PROPOSED', 'ACTIVE', 'ENDED', 'GAP')),
  person_name   text,
  post          text
);
create index assignment_student on assignment (student_id);

create table reverse_check (
  task_id  uuid primary key,
  revision bigint not null check (revision >= 0),
  state    text   not null check (state in ('OPEN', 'CLOSED')),
  town     text,
  village  text,
  source   text
);

-- Subjects whose facts changed. Each waits until nothing more came for a while, but not for ever.
create table due_subject (
  kind       text        not null check (kind in ('PUPIL', 'REVERSE_CHECK')),
  subject_id uuid        not null,
  marked_at  timestamptz not null default clock_timestamp(),
  due_at     timestamptz not null,
  follows    boolean     not null default false,
  primary key (kind, subject_id)
);
create index due_subject_due on due_subject (due_at);
comment on column due_subject.follows is 'waits for what follows an eligibility; a new change is checked before that';

-- What a file or a rule set would change; asked, answered, and nothing else of it stored.
create table what_if (
  id               uuid        primary key,
  semester         text        not null,
  source           text,
  as_of            date,
  list_semester    text,
  mode             text        check (mode in ('SNAPSHOT', 'DELTA')),
  sheets           text[],
  rule_set         text,
  rule_set_version text,
  job_id           uuid        not null,
  asked_by         text        not null,
  asked_by_name    text        not null,
  asked_at         timestamptz not null,
  looked_at        bigint,
  finished_at      timestamptz,
  check ((source is null) <> (rule_set is null)),
  check ((source is null) = (as_of is null)),
  check ((source is null) = (mode is null)),
  check ((source is null) = (sheets is null)),
  check ((rule_set is null) = (rule_set_version is null)),
  check ((finished_at is null) = (looked_at is null))
);

-- The file is deleted when the answer is there.
create table what_if_file (
  what_if_id uuid    not null references what_if (id),
  part       integer not null,
  sealed     bytea   not null,
  primary key (what_if_id, part)
);
alter table what_if_file alter column sealed set storage external;

-- student_id without foreign key: an enrolment file tells of pupils who are not there yet.
create table what_if_line (
  what_if_id        uuid    not null references what_if (id),
  student_id        uuid    not null,
  school_code       text    not null,
  stage             text    not null,
  boarding          boolean not null,
  change            text    not null check (change in ('ADDED', 'REMOVED', 'RELEVELLED', 'DECISION_NEEDED', 'KEPT')),
  identified_before boolean not null,
  level_before      text,
  identified        boolean not null,
  level             text,
  categories        text[]  not null,
  reason            text    not null,
  reason_zh         text    not null,
  reason_en         text    not null,
  legal_basis       text    not null,
  primary key (what_if_id, student_id)
);

-- Everything the suite told about a pupil, revision by revision. A notice concerns many pupils and names none.
create table case_entry (
  id         uuid        primary key,
  student_id uuid,
  source     text        not null check (source in ('ELIGIBILITY', 'NOTICE', 'AWARD', 'ASSIGNMENT', 'FINDING')),
  subject_id text        not null,
  revision   bigint      not null,
  at         timestamptz not null,
  who        text,
  detail     jsonb       not null,
  unique (source, subject_id, revision),
  check (student_id is not null or source in ('NOTICE', 'FINDING'))
);
create index case_entry_student on case_entry (student_id, at);

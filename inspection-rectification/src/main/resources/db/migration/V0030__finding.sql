create table finding (
  id             uuid primary key,
  number         bigint generated always as identity unique,
  code           text        not null,
  semester       text        not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  subject_id     uuid        not null,
  student_id     uuid,
  owner_unit     text        not null check (owner_unit ~ '^(bureau$|(school|town):.+)'),
  school_code    text,
  town           text,
  state          text        not null
    check (state in ('REGISTERED', 'ASSIGNED', 'IN_PROGRESS', 'SUBMITTED_FOR_CLOSE', 'CLOSED', 'REOPENED')),
  reasons        text        not null check (reasons is json array),
  cause_present  boolean     not null,
  opened_at      timestamptz not null,
  deadline       date        not null,
  measures       text,
  submitted_by   text,
  closed_at      timestamptz,
  closed_by      text,
  revision       bigint      not null check (revision >= 1),
  version        bigint      not null,
  check ((owner_unit like 'school:%') = (school_code is not null)),
  check (owner_unit not like 'town:%' or town is not null),
  check ((state = 'CLOSED') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null)),
  check (state <> 'SUBMITTED_FOR_CLOSE' or submitted_by is not null)
);
create unique index finding_one_open on finding (code, subject_id) where state <> 'CLOSED';
create index finding_subject on finding (subject_id, code);
create index finding_student on finding (student_id) where student_id is not null;
create index finding_school on finding (school_code, id);
create index finding_town on finding (town, id);
create index finding_hit on finding (code, id) where cause_present;
comment on column finding.cause_present is 'a person may close a line whose cause still stands; it then stays closed until the cause went and came back';

create table finding_history (
  id         bigint generated always as identity primary key,
  finding_id uuid        not null references finding (id),
  revision   bigint      not null,
  at         timestamptz not null,
  act        text        not null,
  from_state text,
  to_state   text        not null,
  owner_unit text        not null,
  deadline   date        not null,
  actor      text        not null,
  actor_name text        not null,
  note       text,
  reasons    text        not null check (reasons is json array)
);
create index finding_history_finding on finding_history (finding_id, id);
create trigger finding_history_append_only before update or delete or truncate on finding_history
  for each statement execute function refuse_change();
revoke update, delete, truncate on finding_history from ${app_role};

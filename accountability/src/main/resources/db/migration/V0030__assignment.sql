-- 一生一责任人 (S43): one person answers for each aided pupil; what has ended stays as history.
create table assignment (
  id                uuid        primary key,
  student_id        uuid        not null,
  school_code       text        not null,
  school_town       text,
  state             text        not null check (state in ('PROPOSED', 'ACTIVE', 'ENDED', 'GAP')),
  person_id         uuid        references person (id),
  person_name       text,
  post              text        references post_kind (code),
  since             date        not null,
  until             date,
  reason            text        not null,
  proposed_by       text        not null,
  confirmed_by      text,
  confirmed_by_name text,
  confirmed_at      timestamptz,
  version           bigint      not null default 0,
  check (until >= since),
  check ((state = 'ENDED') = (until is not null)),
  check (state <> 'GAP' or person_id is null),
  check (state not in ('PROPOSED', 'ACTIVE') or person_id is not null),
  check (state <> 'ACTIVE' or confirmed_by is not null),
  check ((person_id is null) = (person_name is null))
);
create unique index assignment_one_open on assignment (student_id) where state <> 'ENDED';
create index assignment_load on assignment (person_id) where state in ('PROPOSED', 'ACTIVE');
create index assignment_school on assignment (school_code, id);
create index assignment_student on assignment (student_id, id);

-- What outside registers say of persons. One current row per source and person; ended rows are the history.
create table register_entry (
  id              uuid    primary key,
  source          text    not null,
  person_index    uuid    not null,
  household_index uuid,
  head_index      uuid,
  name            text    not null,
  head_name       text,
  area            text,
  town            text,
  village         text,
  relation        text,
  birth_date      date    not null,
  category        text    not null,
  details         jsonb   not null,
  sealed          bytea   not null,
  row_hash        bytea   not null,
  since           date    not null,
  valid_from      date    not null,
  valid_to        date,
  batch_id        uuid    not null,
  line_no         integer not null,
  ended_by_batch  uuid
);
comment on column register_entry.sealed is 'the whole row, encrypted';
comment on column register_entry.since is 'first day of this category without a break; valid_from is the first day of this row';
create unique index register_entry_current on register_entry (person_index, source) where valid_to is null;
create index register_entry_household on register_entry (household_index) where valid_to is null;
create index register_entry_head on register_entry (head_index) where valid_to is null;

-- Rows of a register's newest state that were refused, by household: a child's row among them calls for a person's look.
create table refused_member (
  source          text    not null,
  household_index uuid    not null,
  batch_id        uuid    not null,
  line_no         integer not null,
  child           boolean not null,
  primary key (batch_id, line_no)
);
create index refused_member_household on refused_member (household_index, source);

create table match_case (
  id              uuid        primary key,
  kind            text        not null check (kind in
                    ('NAME_CONFLICT', 'HOUSEHOLD_HEAD_ONLY', 'CHILD_ROW_REFUSED', 'NO_PUPIL')),
  student_id      uuid        references student (id),
  entry_id        uuid        references register_entry (id),
  person_index    uuid        not null,
  household_index uuid,
  source          text        not null,
  town            text,
  village         text,
  birth_date      date,
  content         bytea       not null,
  state           text        not null check (state in ('OPEN', 'CONFIRMED', 'REJECTED', 'CLOSED')),
  reason          text,
  decided_by      text,
  decided_at      timestamptz,
  version         bigint      not null default 1,
  batch_id        uuid,
  created_at      timestamptz not null,
  check ((kind = 'NO_PUPIL') = (student_id is null)),
  check (state not in ('CONFIRMED', 'REJECTED') or (decided_by is not null and reason is not null))
);
comment on column match_case.content is 'hash of what was to be decided; other content asks again';
create unique index match_case_live on match_case (kind, source, person_index, student_id) nulls not distinct
  where state <> 'CLOSED';
create index match_case_household on match_case (household_index) where state <> 'CLOSED';
create index match_case_person on match_case (person_index) where state <> 'CLOSED';
create index match_case_student on match_case (student_id);
create index match_case_open on match_case (id) where state = 'OPEN';

create table evidence (
  id           uuid        primary key,
  student_id   uuid        not null references student (id),
  category     text        not null,
  source       text        not null,
  entry_id     uuid        not null references register_entry (id),
  batch_id     uuid        not null,
  line_no      integer     not null,
  match_kind   text        not null check (match_kind in ('EXACT', 'DECIDED')),
  person_index uuid        not null,
  case_id      uuid        references match_case (id),
  valid_from   date        not null,
  valid_to     date,
  created_at   timestamptz not null default now(),
  check ((match_kind = 'DECIDED') = (case_id is not null)),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index evidence_current on evidence (student_id, category, source) where valid_to is null;
create index evidence_person on evidence (person_index) where valid_to is null;
create index evidence_case on evidence (case_id) where valid_to is null;

-- After a large file the intake itself tells the planner about the tables it has filled.
grant maintain on student, register_entry, evidence, match_case to ${app_role};

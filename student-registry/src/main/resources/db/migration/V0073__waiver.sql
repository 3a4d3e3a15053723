-- Families that decline in writing (放弃说明): the pupil is not identified that semester, and not missed.
create table waiver (
  id               uuid        primary key,
  student_id       uuid        not null references student (id),
  semester         text        not null references semester (code),
  version          bigint      not null check (version > 0),
  state            text        not null check (state in ('STANDING', 'TAKEN_BACK')),
  signed_by        text        not null check (signed_by in ('GUARDIAN', 'PUPIL')),
  signed_on        date        not null,
  signer           text        not null,
  reason_sealed    bytea       not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  recorded_at      timestamptz not null
);
create unique index waiver_one_standing on waiver (student_id, semester) where state = 'STANDING';
create index waiver_list on waiver (semester, id);
revoke delete, truncate on waiver from ${app_role};

-- Two records of one person brought together: asked for by one person, confirmed by another, and undone the same way.
create table student_merge (
  id               uuid        primary key,
  survivor_id      uuid        not null references student (id),
  absorbed_id      uuid        not null references student (id),
  state            text        not null check (state in ('PROPOSED', 'MERGED', 'REFUSED', 'UNDO_PROPOSED', 'UNDONE')),
  version          bigint      not null default 1,
  reason           text        not null,
  proposed_by      text        not null,
  proposed_by_name text        not null,
  proposed_at      timestamptz not null,
  decided_by       text,
  decided_by_name  text,
  decided_at       timestamptz,
  opinion          text,
  last_change      uuid,
  survivor_before  jsonb,
  cases_before     jsonb,
  check (survivor_id <> absorbed_id),
  check (state in ('PROPOSED', 'UNDO_PROPOSED') or decided_by is not null),
  check (state not in ('MERGED', 'UNDO_PROPOSED', 'UNDONE') or survivor_before is not null)
);
comment on column student_merge.reason is 'of the merge, or of its undoing once that is asked for; earlier words stand in the trail';
comment on column student_merge.survivor_before is 'the surviving record as it was, numbers sealed';
comment on column student_merge.last_change is 'the last change of enrolment known of the survivor when they were brought together';
comment on column student_merge.cases_before is 'live matching cases of both records: id, student_id, state';
create unique index student_merge_live on student_merge (absorbed_id) where state in ('PROPOSED', 'MERGED', 'UNDO_PROPOSED');
create index student_merge_survivor on student_merge (survivor_id);

-- False statements found: a second person confirms, then identification and aid are cancelled and the money is asked back.
create table revocation (
  id              uuid        primary key,
  student_id      uuid        not null references student (id),
  semesters       text[]      not null check (cardinality(semesters) > 0),
  version         bigint      not null check (version > 0),
  state           text        not null check (state in ('FOUND', 'CONFIRMED', 'DISMISSED')),
  reason          text        not null check (reason in ('FALSE_STATEMENT', 'FORGED_EVIDENCE', 'CONCEALED_CHANGE')),
  finding_sealed  bytea       not null,
  found_by        text        not null,
  found_by_name   text        not null,
  found_at        timestamptz not null,
  opinion_sealed  bytea,
  decided_by      text,
  decided_by_name text,
  decided_at      timestamptz,
  check ((state = 'FOUND') = (decided_at is null)),
  check (decided_by <> found_by)
);
comment on column revocation.semesters is 'in their order, without gaps';
create unique index revocation_one_open on revocation (student_id) where state = 'FOUND';
create index revocation_confirmed on revocation (student_id) where state = 'CONFIRMED';
revoke delete, truncate on revocation from ${app_role};

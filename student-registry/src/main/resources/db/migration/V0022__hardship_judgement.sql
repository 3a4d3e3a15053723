-- What a person found about a family where a certificate alone proves no hardship; the newest of a semester counts.
create table hardship_judgement (
  id             uuid        primary key,
  student_id     uuid        not null references student (id),
  semester       text        not null references semester (code),
  finding        text        not null check (finding in ('PROVEN', 'NOT_FOUND')),
  reason         text        not null,
  judged_by      text        not null,
  judged_by_name text        not null,
  judged_at      timestamptz not null
);
create index hardship_judgement_student on hardship_judgement (student_id, semester, id desc);

create trigger hardship_judgement_append_only before update or delete or truncate on hardship_judgement
  for each statement execute function refuse_change();
revoke update, delete, truncate on hardship_judgement from ${app_role};

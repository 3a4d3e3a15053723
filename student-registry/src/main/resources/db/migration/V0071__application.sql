-- Applications of families (个人申请) and each step they took. What the family wrote and what was said about it is sealed.
create table application (
  id               uuid        primary key,
  student_id       uuid        not null references student (id),
  semester         text        not null references semester (code),
  version          bigint      not null check (version > 0),
  state            text        not null check (state in
    ('SUBMITTED', 'CLASS_PROPOSED', 'VERIFIED', 'GROUP_REVIEWED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REVOKED')),
  template_version integer     not null references application_template (version),
  channel          text        not null check (channel in ('PAPER', 'PORTAL')),
  special          boolean     not null,
  facts_changed    boolean     not null,
  signed_by        text        not null check (signed_by in ('GUARDIAN', 'PUPIL')),
  signed_on        date        not null,
  answers_sealed   bytea       not null,
  assessment       text        check (assessment in ('SEVERE', 'DIFFICULT', 'ORDINARY', 'NONE')),
  verified         text[]      not null default '{}',
  submitted_by     text        not null,
  submitted_at     timestamptz not null,
  check (state not in ('CLASS_PROPOSED', 'GROUP_REVIEWED') or assessment is not null),
  check (state <> 'ACCEPTED' or cardinality(verified) > 0 or assessment in ('SEVERE', 'DIFFICULT', 'ORDINARY'))
);
comment on column application.special is 'the family says it belongs to a special group';
comment on column application.assessment is 'newest word of class, group or principal; none for special groups, which nobody scores';
-- One application per pupil and semester is under way or decided.
create unique index application_one on application (student_id, semester)
  where state not in ('DECLINED', 'WITHDRAWN', 'REVOKED');
create index application_student on application (student_id, semester, id);
create index application_list on application (semester, state, id);

create table application_step (
  id             uuid        primary key,
  application_id uuid        not null references application (id),
  version        bigint      not null,
  step           text        not null,
  from_state     text,
  to_state       text        not null,
  assessment     text,
  meeting_id     uuid,
  note_sealed    bytea,
  taken_by       text        not null,
  taken_by_name  text        not null,
  taken_at       timestamptz not null,
  unique (application_id, version)
);
create trigger application_step_append_only before update or delete or truncate on application_step
  for each statement execute function refuse_change();
revoke update, delete, truncate on application_step from ${app_role};
revoke delete, truncate on application from ${app_role};

-- Who is identified as a pupil in hardship, semester by semester, and every ruling that led there.
create table semester (
  code           text        primary key check (code ~ '^20[0-9]{2}-(spring|autumn)$'),
  state          text        not null check (state in ('OPENING', 'OPEN', 'CLOSED')),
  job_id         uuid        not null,
  opened_by      text        not null,
  opened_by_name text        not null,
  opened_on      date        not null,
  completed_at   timestamptz
);
create unique index semester_one_opening on semester ((true)) where state = 'OPENING';
create unique index semester_one_open on semester ((true)) where state in ('OPENING', 'OPEN');

create table identification (
  id                  uuid        primary key,
  student_id          uuid        not null references student (id),
  semester            text        not null references semester (code),
  version             bigint      not null check (version > 0),
  result              text        not null check (result in
    ('CARRIED', 'ADDED', 'REMOVED', 'LEVEL_CHANGED', 'REEVALUATED', 'DECISION_NEEDED', 'NONE')),
  state               text        not null check (state in
    ('PROPOSED', 'REVIEWED', 'ON_NOTICE', 'EFFECTIVE', 'REJECTED', 'WITHDRAWN', 'AWAITING_DECISION')),
  identified          boolean     not null,
  level               text        check (level in ('SEVERE', 'DIFFICULT', 'ORDINARY')),
  categories          text[]      not null,
  since               date        not null,
  proposed_identified boolean     not null,
  proposed_level      text        check (proposed_level in ('SEVERE', 'DIFFICULT', 'ORDINARY')),
  proposed_categories text[]      not null,
  settled_result      text,
  baseline_level      text        check (baseline_level in ('SEVERE', 'DIFFICULT', 'ORDINARY')),
  baseline_categories text[]      not null,
  basis               text[]      not null,
  valid_basis         boolean     not null,
  ruling_id           uuid        not null,
  notice_id           uuid,
  proposed_by         text        not null,
  proposed_by_name    text        not null,
  changed_at          timestamptz not null,
  unique (student_id, semester),
  check (identified or (level is null and categories = '{}')),
  check (state <> 'ON_NOTICE' or notice_id is not null),
  check (state <> 'AWAITING_DECISION' or result = 'DECISION_NEEDED'),
  check (state <> 'WITHDRAWN' or result = 'NONE')
);
comment on table identification is
  'level, categories: in force now; proposed_*: what the present proposal would put in force; settled_result: what last took effect; baseline_*: what rulings are measured against';
create index identification_list on identification (semester, id);
create index identification_open on identification (semester, state) where state in ('PROPOSED', 'REVIEWED', 'ON_NOTICE');
create index identification_notice on identification (notice_id) where notice_id is not null;

create table ruling (
  id               uuid        primary key,
  identification_id uuid       not null references identification (id) deferrable initially deferred,
  student_id       uuid        not null references student (id),
  semester         text        not null references semester (code),
  rule_set         text        not null,
  rule_set_version text        not null,
  inputs           jsonb       not null,
  checks           jsonb       not null,
  result           text        not null,
  level            text,
  categories       text[]      not null,
  decided_at       timestamptz not null,
  decided_by       text        not null,
  decided_by_name  text        not null
);
create index ruling_student on ruling (student_id, id);
alter table identification add foreign key (ruling_id) references ruling (id) deferrable initially deferred;

create table review (
  id                uuid        primary key,
  identification_id uuid        not null references identification (id),
  ruling_id         uuid        not null references ruling (id),
  decision          text        not null check (decision in ('APPROVED', 'RETURNED')),
  opinion           text        not null,
  reviewed_by       text        not null,
  reviewed_by_name  text        not null,
  reviewed_at       timestamptz not null
);
create index review_identification on review (identification_id, id);

create trigger ruling_append_only before update or delete or truncate on ruling
  for each statement execute function refuse_change();
create trigger review_append_only before update or delete or truncate on review
  for each statement execute function refuse_change();
revoke update, delete, truncate on ruling, review from ${app_role};

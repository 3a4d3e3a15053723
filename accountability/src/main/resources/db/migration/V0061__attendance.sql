-- Dropout control (控辍保学): who ought to be at school and is not, what was done about it, and who answers for it.
create table absence (
  id            uuid    primary key,
  task_id       uuid    unique,
  task_revision bigint,
  student_id    uuid,
  unit_code     text    not null check (unit_code ~ '^(bureau$|(school|town):.+)'),
  school_code   text,
  town          text,
  birth_year    integer,
  stage         text,
  absent_since  date    not null,
  state         text    not null check (state in ('SUSPECTED', 'DROPOUT', 'PERSUADING', 'RETURNED', 'HOME_TEACHING', 'EXEMPT',
    'OUT_OF_AREA_VERIFIED', 'LOST')),
  opened_at     timestamptz not null,
  version       bigint  not null check (version > 0),
  check ((task_id is null) <> (student_id is null)),
  check ((task_id is null) = (task_revision is null)),
  check ((unit_code like 'school:%') = (school_code is not null))
);
comment on column absence.task_id is 'the registry''s reverse-check task, where the person is no pupil; names nobody here';
comment on column absence.unit_code is 'who answers for bringing the person back, as in the org claim of tokens';
create unique index absence_one_open_of_pupil on absence (student_id)
  where state in ('SUSPECTED', 'DROPOUT', 'PERSUADING', 'LOST');
create index absence_school on absence (school_code, id);
create index absence_town on absence (town, id);
create index absence_suspected on absence (absent_since) where state = 'SUSPECTED';
revoke delete, truncate on absence from ${app_role};

create table absence_act (
  absence_id uuid        not null references absence,
  version    bigint      not null,
  occasion   text,
  from_state text,
  to_state   text        not null,
  on_day     date        not null,
  evidence   text        not null,
  actor      text        not null,
  actor_name text        not null,
  at         timestamptz not null,
  primary key (absence_id, version),
  check ((occasion is null) = (version = 1)),
  check ((from_state is null) = (version = 1))
);
create trigger absence_act_append_only before update or delete or truncate on absence_act
  for each statement execute function refuse_change();
revoke update, delete, truncate on absence_act from ${app_role};

-- From when an absence counts as suspected dropout, and as dropout. The row with the latest first day that has come counts.
create table absence_threshold (
  first_day      date    primary key,
  suspected_days integer not null check (suspected_days between 1 and 250),
  dropout_days   integer not null check (dropout_days between 1 and 250),
  document       text    not null,
  set_by         text    not null,
  set_by_name    text    not null,
  set_at         timestamptz not null
);
comment on column absence_threshold.suspected_days is 'absent without reason for longer than that: suspected';
comment on column absence_threshold.dropout_days is 'suspected for longer than that and not returned: dropout';
insert into absence_threshold values
  ('2000-01-01', 7, 30, '控辍保学：无故旷课一周以上为疑似辍学，一个月以上未返校为辍学', 'system:seed', '系统', '2000-01-01T00:00:00+08:00');
create trigger absence_threshold_append_only before update or delete or truncate on absence_threshold
  for each statement execute function refuse_change();
revoke update, delete, truncate on absence_threshold from ${app_role};

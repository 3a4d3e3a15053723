-- Out of area (S73–S84): people registered in the county and in hardship who study elsewhere, what is known of them, and the letters
-- to the schools they attend.
create table out_of_area_student (
  id                uuid    primary key,
  version           bigint  not null check (version > 0),
  origin            text    not null check (origin in ('REVERSE_CHECK', 'TOWN')),
  task_id           uuid    references reverse_check (id),
  task_revision     bigint,
  state             text    not null check (state in ('ACTIVE', 'ENDED')),
  end_reason        text,
  ended_on          date,
  identity_index    uuid,
  identity_sealed   bytea,
  name              text    not null,
  birth_date        date,
  town              text,
  village           text,
  guardian_name     text,
  guardian_relation text,
  guardian_index    uuid,
  province          text    not null,
  city              text,
  school_name       text    not null,
  categories        text[]  not null default '{}',
  in_hardship       boolean not null default false,
  hardship_since    date,
  hardship_until    date,
  stage             text,
  complete_since    date,
  letter_due_on     date,
  overdue           text    check (overdue in ('LETTER', 'REPLY')),
  escalated_on      date,
  created_on        date    not null,
  created_by        text    not null,
  check (origin = 'TOWN' or task_id is not null),
  check (origin = 'REVERSE_CHECK' or town is not null),
  check ((state = 'ENDED') = (ended_on is not null and end_reason is not null))
);
create unique index out_of_area_student_person on out_of_area_student (identity_index) where state = 'ACTIVE';
create unique index out_of_area_student_task on out_of_area_student (task_id) where state = 'ACTIVE';
create index out_of_area_student_guardian on out_of_area_student (guardian_index) where guardian_index is not null;
create index out_of_area_student_town on out_of_area_student (town, id);
comment on column out_of_area_student.categories is 'of the registers that name the person, or the household, now';
comment on column out_of_area_student.stage is 'the present answer of S77, kept for lists';
comment on column out_of_area_student.complete_since is 'since when every answer his stage needs is there';

-- S74 to S77 and S79 to S82; the newest row of a question counts. S78 is a relation of its own.
create table out_of_area_answer (
  id               uuid        primary key,
  student_id       uuid        not null references out_of_area_student (id),
  question         text        not null check (question in ('FOUR_CATEGORY', 'AIDED', 'POLICIES', 'STAGE', 'UNIVERSITY_NATURE',
                     'LOCAL_POLICY', 'THREE_WAIVERS', 'NATIONAL_GRANT')),
  state            text        not null check (state in ('PROPOSED', 'ANSWERED', 'REOPENED')),
  yes              boolean,
  codes            text[]      not null default '{}',
  said             text,
  source           text        not null check (source in ('REGISTER', 'REVERSE_CHECK', 'FAMILY', 'VISIT', 'SCHOOL_ATTENDED',
                     'LETTER_REPLY', 'OTHER')),
  answered_by      text        not null,
  answered_by_name text        not null,
  answered_at      timestamptz not null
);
create index out_of_area_answer_student on out_of_area_answer (student_id, question, id desc);
create trigger out_of_area_answer_append_only before update or delete or truncate on out_of_area_answer
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_answer from ${app_role};

-- S78: the one school that aids and helps, of the county or not. valid_to is the first day it does not any more.
create table out_of_area_responsibility (
  id            uuid        primary key,
  student_id    uuid        not null references out_of_area_student (id),
  school_code   text        references school (code),
  remote_school text,
  remote_place  text,
  valid_from    date        not null,
  valid_to      date,
  source        text        not null,
  set_by        text        not null,
  set_by_name   text        not null,
  set_at        timestamptz not null,
  check ((school_code is null) <> (remote_school is null)),
  check (valid_to >= valid_from)
);
create unique index out_of_area_responsibility_one on out_of_area_responsibility (student_id) where valid_to is null;
create index out_of_area_responsibility_school on out_of_area_responsibility (school_code) where valid_to is null;

create function refuse_two_responsible_schools() returns trigger language plpgsql as $$
begin
  if exists (select 1 from out_of_area_responsibility r
             where r.student_id = new.student_id and r.id <> new.id
               and daterange(r.valid_from, r.valid_to) && daterange(new.valid_from, new.valid_to)) then
    raise exception 'two responsible schools at a time' using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger out_of_area_responsibility_one_at_a_time before insert or update on out_of_area_responsibility
  for each row execute function refuse_two_responsible_schools();

-- S83: versions of the letter to the school attended. What it says is sealed as one.
create table out_of_area_letter (
  id                 uuid        primary key,
  student_id         uuid        not null references out_of_area_student (id),
  version            bigint      not null check (version > 0),
  no                 integer     not null check (no > 0),
  number_place       text        not null,
  number_year        integer     not null,
  number_seq         integer     not null,
  state              text        not null check (state in
                       ('DRAFT', 'APPROVED', 'DISPATCHED', 'REPLIED', 'RETURNED_UNDELIVERED', 'CLOSED', 'SUPERSEDED')),
  recipient          text        not null,
  content            bytea       not null,
  full_number_reason text,
  drafted_by         text        not null,
  drafted_by_name    text        not null,
  drafted_at         timestamptz not null,
  approved_by        text,
  approved_by_name   text,
  approved_at        timestamptz,
  dispatched_on      date,
  dispatch_method    text        check (dispatch_method in ('POST', 'EMAIL', 'FAX', 'BY_HAND', 'OFFICIAL_EXCHANGE')),
  dispatch_reference text,
  reply_due_on       date,
  chasers            integer     not null default 0 check (chasers between 0 and 2),
  returned_on        date,
  return_reason      text,
  closed_on          date,
  close_reason       text,
  unique (student_id, no),
  unique (number_place, number_year, number_seq),
  check (approved_by <> drafted_by),
  check (state in ('DRAFT', 'SUPERSEDED') or approved_by is not null),
  check (state in ('DRAFT', 'APPROVED', 'SUPERSEDED') or
         (dispatched_on is not null and dispatch_method is not null and dispatch_reference is not null and reply_due_on is not null)),
  check (state <> 'RETURNED_UNDELIVERED' or returned_on is not null),
  check ((state = 'CLOSED') = (closed_on is not null))
);
create unique index out_of_area_letter_live on out_of_area_letter (student_id) where state not in ('SUPERSEDED', 'CLOSED');
create index out_of_area_letter_due on out_of_area_letter (reply_due_on) where state = 'DISPATCHED';
comment on column out_of_area_letter.full_number_reason is 'why the school needs the full identity number; null: masked';

create table out_of_area_chaser (
  id           uuid        primary key,
  letter_id    uuid        not null references out_of_area_letter (id),
  step         integer     not null check (step in (1, 2)),
  sent_on      date        not null,
  method       text        not null,
  reference    text        not null,
  reply_due_on date        not null check (reply_due_on > sent_on),
  sent_by      text        not null,
  sent_by_name text        not null,
  sent_at      timestamptz not null,
  unique (letter_id, step)
);
create trigger out_of_area_chaser_append_only before update or delete or truncate on out_of_area_chaser
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_chaser from ${app_role};

-- S84: what the school attended answered; a later row corrects an earlier one.
create table out_of_area_reply (
  id                 uuid        primary key,
  letter_id          uuid        not null references out_of_area_letter (id),
  received_on        date        not null,
  aided              boolean     not null,
  follow_up          boolean     not null,
  responsible_person text,
  contact_sealed     bytea,
  note               text,
  recorded_by        text        not null,
  recorded_by_name   text        not null,
  recorded_at        timestamptz not null,
  check (not follow_up or responsible_person is not null)
);
create index out_of_area_reply_letter on out_of_area_reply (letter_id, id desc);
create trigger out_of_area_reply_append_only before update or delete or truncate on out_of_area_reply
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_reply from ${app_role};

create table out_of_area_reply_aid (
  reply_id   uuid    not null references out_of_area_reply (id),
  position   integer not null,
  programme  text    not null,
  semester   text    not null check (semester ~ '^20[0-9]{2}-(spring|autumn)$'),
  amount_fen bigint  not null check (amount_fen > 0),
  primary key (reply_id, position)
);
create trigger out_of_area_reply_aid_append_only before update or delete or truncate on out_of_area_reply_aid
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_reply_aid from ${app_role};

-- How many working days things take; dated rows an administrator adds.
create table out_of_area_term (
  matter       text        not null check (matter in ('LETTER', 'REPLY', 'AFTER_CHASER')),
  valid_from   date        not null,
  working_days integer     not null check (working_days between 1 and 250),
  source       text        not null,
  entered_by   text        not null,
  entered_at   timestamptz not null default now(),
  primary key (matter, valid_from)
);
create trigger out_of_area_term_append_only before update or delete or truncate on out_of_area_term
  for each statement execute function refuse_change();
revoke update, delete, truncate on out_of_area_term from ${app_role};
insert into out_of_area_term (matter, valid_from, working_days, source, entered_by) values
  ('LETTER', '2000-01-01', 10, '学期工作方案只要求“及时”；默认值，由管理员调整', 'system:migration'),
  ('REPLY', '2000-01-01', 20, '默认值，由管理员调整', 'system:migration'),
  ('AFTER_CHASER', '2000-01-01', 10, '默认值，由管理员调整', 'system:migration');

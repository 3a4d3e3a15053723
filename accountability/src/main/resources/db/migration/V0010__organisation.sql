-- Units, people and the posts they hold. Schools come by event, staff by file; neither waits for the other.
create table unit (
  code        text   primary key,
  kind        text   not null check (kind in ('BUREAU', 'CENTRAL_SCHOOL', 'SCHOOL')),
  name        text   not null,
  parent_code text   references unit (code),
  town        text,
  school_code text   unique,
  stage       text,
  revision    bigint not null default 0,
  version     bigint not null default 0,
  check ((kind = 'SCHOOL') = (school_code is not null)),
  check ((kind = 'BUREAU') = (town is null)),
  check ((kind = 'BUREAU') = (parent_code is null))
);
comment on column unit.code is 'bureau, town:<name> or school:<code>, as in the org claim of tokens';
insert into unit (code, kind, name) values ('bureau', 'BUREAU', '教育和体育局');

-- Which posts there are is data, and which of them answer for pupils (S43, S54).
create table post_kind (
  code               text    primary key,
  title              text    not null unique,
  answers_for_pupils boolean not null,
  position           integer not null
);
insert into post_kind (code, title, answers_for_pupils, position) values
  ('PRINCIPAL', '校长', false, 1),
  ('VICE_PRINCIPAL', '副校长', false, 2),
  ('CLASS_TEACHER', '班主任', true, 3),
  ('TEACHER', '教师', true, 4);

create table person (
  id           uuid   primary key,
  staff_number text   not null unique,
  name         text   not null,
  version      bigint not null default 0
);

-- No foreign key to unit: the staff list may name a school before the registry has told of it.
create table post (
  id          uuid    primary key,
  person_id   uuid    not null references person (id),
  school_code text    not null,
  kind        text    not null references post_kind (code),
  grade       integer,
  class_name  text,
  since       date    not null,
  until       date,
  version     bigint  not null default 0,
  check (until >= since)
);
create unique index post_held_once on post (person_id, school_code, kind, coalesce(grade, 0), coalesce(class_name, ''))
  where until is null;
create index post_held_at_school on post (school_code) where until is null;

create table staff_batch (
  id           uuid        primary key,
  as_of        date        not null,
  content      bytea       not null,
  state        text        not null check (state in ('RECEIVED', 'DONE', 'FAILED')),
  job_id       uuid,
  created_by   text        not null,
  created_name text        not null,
  created_at   timestamptz not null,
  finished_at  timestamptz,
  rows         integer     not null default 0,
  accepted     integer     not null default 0,
  refused      integer     not null default 0,
  duplicates   integer     not null default 0,
  started      integer     not null default 0,
  ended        integer     not null default 0,
  renamed      integer     not null default 0,
  version      bigint      not null default 0,
  check (rows = accepted + refused + duplicates)
);
create index staff_batch_as_of on staff_batch (as_of) where state = 'DONE';

create table staff_batch_row (
  batch_id     uuid    not null references staff_batch (id),
  line         integer not null,
  outcome      text    not null check (outcome in ('ACCEPTED', 'REFUSED', 'DUPLICATE')),
  staff_number text,
  reason       text,
  primary key (batch_id, line),
  check ((outcome = 'REFUSED') = (reason is not null))
);

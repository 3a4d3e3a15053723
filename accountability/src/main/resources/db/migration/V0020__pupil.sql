-- What the registry tells of pupils, as far as somebody has to answer for them. Foreign vocabulary is kept as it comes.
create table pupil (
  student_id        uuid    primary key,
  revision          bigint  not null,
  name              text    not null,
  school_code       text    not null,
  school_name       text,
  school_town       text,
  grade             integer,
  class_name        text,
  enrolment_state   text    not null,
  version           bigint  not null default 0
);
create index pupil_school on pupil (school_code);

-- No foreign key to pupil: topics arrive in any order.
create table identification (
  id                 uuid    primary key,
  student_id         uuid    not null,
  revision           bigint  not null,
  semester_first_day date    not null,
  identified         boolean not null,
  version            bigint  not null default 0
);
create index identification_newest on identification (student_id, semester_first_day desc);

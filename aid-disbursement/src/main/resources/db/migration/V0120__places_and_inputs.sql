-- Where a pupil was, step by step: one row for each change of school, stage, grade, boarding or enrolment.
create table pupil_place (
  student_id      uuid    not null,
  revision        bigint  not null,
  since           date    not null,
  school_code     text    not null,
  school_name     text    not null,
  school_town     text    not null,
  stage           text    not null,
  grade           integer not null,
  boarding        boolean not null,
  enrolment_state text    not null,
  primary key (student_id, revision)
);
comment on column pupil_place.since is 'the day it became known here; the registry tells no other';
insert into pupil_place
  select student_id, revision, date '2000-01-01', school_code, school_name, school_town, stage, grade, boarding, enrolment_state
  from pupil;
create trigger pupil_place_append_only before update or delete or truncate on pupil_place
  for each statement execute function refuse_change();

alter table pupil add column merged_into uuid;
comment on column pupil.merged_into is 'the pupil who counts in his place, where two records were one person';
create index pupil_merged on pupil (merged_into) where merged_into is not null;

-- The day a semester's pupils are counted on (学期基准日). Who is where on that day settles which school pays. The newest row counts.
create table census_day (
  id          uuid primary key,
  semester    text not null check (semester ~ '^20\d\d-(spring|autumn)$'),
  day         date not null,
  document    text not null,
  set_by      text not null,
  set_by_name text not null,
  set_at      timestamptz not null
);
create index census_day_semester on census_day (semester, id);
create trigger census_day_append_only before update or delete or truncate on census_day
  for each statement execute function refuse_change();

create view census as
select distinct on (semester) semester, day, document from census_day order by semester, id desc;

alter table eligibility add column notice_id uuid, add column effective_at timestamptz;
comment on column eligibility.effective_at is 'when it became known here that the present ruling is in force';
update eligibility set effective_at = received_at where identified;

-- Of several rulings of a pupil in a semester the one that governs: one in force before any other, then the newest.
create view governing_eligibility as
select distinct on (student_id, semester) *
from eligibility order by student_id, semester, identified desc, received_at desc, identification_id desc;

alter table award
  add column stage    text,
  add column grade    integer,
  add column boarding boolean,
  add column kept_fen bigint not null default 0 check (kept_fen >= 0),
  add constraint award_keeps_only_what_ended check (kept_fen = 0 or state = 'STOPPED');
comment on column award.stage is 'with grade and boarding: what its pupil was when it was decided';
comment on column award.kept_fen is 'fen its pupil may keep of an award that ended: he was in school on the census day';
update award a set stage = p.stage, grade = p.grade, boarding = p.boarding from pupil p where p.student_id = a.student_id;

-- What a decision of the program saw; steps people take have none.
alter table award_history add column input text check (input is json object);

revoke update, delete, truncate on pupil_place, census_day from ${app_role};
-- Both name all three columns, so that either is right even where no statistics are known yet.
create index award_student on award (student_id, semester, programme);
drop index award_programme;
create index award_programme on award (programme, semester, student_id);

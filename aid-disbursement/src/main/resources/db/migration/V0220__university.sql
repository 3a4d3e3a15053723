-- Universities our graduates go to, and what they can have there (S79-S82).
create table university (
  id             uuid    primary key,
  version        bigint  not null default 1,
  name           text    not null,
  province       text    not null,
  city           text    not null,
  in_province    boolean not null,
  nature         text    not null check (nature in ('PUBLIC', 'PRIVATE', 'INDEPENDENT', 'COOPERATIVE', 'OTHER')),
  local_policy   text,
  three_waivers  boolean,
  national_grant boolean,
  checked_on     date,
  checked_by     text,
  unique (name, province)
);
comment on column university.three_waivers is 'whether tuition, boarding fee and textbooks are waived there (三免); null = not asked yet';

-- Who graduates, from a day on; rows are only added.
create table graduate_rule (
  valid_from  date    primary key,
  stages      text[]  not null check (cardinality(stages) > 0),
  final_grade integer not null check (final_grade > 0),
  added_by    text    not null
);
insert into graduate_rule (valid_from, stages, final_grade, added_by) values
  ('2018-09-01', '{SENIOR_HIGH,SECONDARY_VOCATIONAL}', 3, 'system:seed');
create trigger graduate_rule_append_only before update or delete or truncate on graduate_rule
  for each statement execute function refuse_change();
revoke update, delete, truncate on graduate_rule from ${app_role};

-- How many freshman grants the county gives a school in a year.
create table freshman_quota (
  school_code text    not null,
  year        integer not null check (year between 2000 and 2100),
  places      integer not null check (places >= 0),
  document    text    not null,
  version     bigint  not null default 1,
  set_by      text    not null,
  primary key (school_code, year)
);

create table freshman_grant (
  id             uuid        primary key,
  version        bigint      not null check (version > 0),
  state          text        not null check (state in ('APPLIED', 'SCHOOL_CHECKED', 'APPROVED', 'PAID', 'REFUSED')),
  student_id     uuid        not null,
  person_index   uuid        not null,
  student_name   text        not null,
  school_code    text        not null,
  school_town    text        not null,
  year           integer     not null check (year between 2000 and 2100),
  university_id  uuid        not null references university,
  rate_key       text        not null check (rate_key in ('IN_PROVINCE', 'OUT_OF_PROVINCE')),
  amount_fen     bigint      not null check (amount_fen > 0),
  policy_version text        not null,
  account_id     uuid        references payee_account,
  paid_on        date,
  paid_reference text,
  applied_by     text        not null,
  checked_by     text,
  approved_by    text,
  check (checked_by <> applied_by and approved_by <> applied_by and approved_by <> checked_by),
  check ((state = 'PAID') = (paid_on is not null and account_id is not null))
);
comment on column freshman_grant.person_index is 'blind index of the identity number: once per person ever, whatever his records';
create unique index freshman_grant_once_a_person on freshman_grant (person_index) where state <> 'REFUSED';
create unique index freshman_grant_once_a_record on freshman_grant (student_id) where state <> 'REFUSED';
create index freshman_grant_school on freshman_grant (year, school_code);

create table student_loan (
  id                 uuid    primary key,
  version            bigint  not null check (version > 0),
  kind               text    not null check (kind in ('ORIGIN', 'CAMPUS')),
  state              text    not null check (state in ('APPLIED', 'ORIGINALS_CHECKED', 'CONTRACTED', 'RECEIPT_SENT', 'RECEIPT_RETURNED',
                       'RELEASED', 'RECORDED', 'REFUSED')),
  student_id         uuid    not null,
  person_index       uuid    not null,
  student_name       text    not null,
  school_code        text    not null,
  school_town        text    not null,
  academic_year      integer not null check (academic_year between 2000 and 2100),
  level              text    not null check (level in ('UNDERGRADUATE', 'POSTGRADUATE')),
  university_id      uuid    not null references university,
  amount_fen         bigint  not null check (amount_fen > 0),
  cap_fen            bigint  not null,
  policy_version     text    not null,
  co_borrower        text,
  co_borrower_is     text,
  contract_reference text,
  sent_on            date,
  returned_on        date,
  released_on        date,
  applied_by         text    not null,
  checked_by         text,
  check (checked_by <> applied_by),
  check (amount_fen <= cap_fen),
  check ((kind = 'CAMPUS') = (state = 'RECORDED') or state = 'REFUSED'),
  check (kind = 'CAMPUS' or co_borrower is not null),
  check ((state in ('CONTRACTED', 'RECEIPT_SENT', 'RECEIPT_RETURNED', 'RELEASED')) = (contract_reference is not null) or state = 'REFUSED')
);
comment on column student_loan.academic_year is 'the year its first semester begins in';
-- At home or at the university, never both in one year.
create unique index student_loan_one_a_year on student_loan (person_index, academic_year) where state <> 'REFUSED';
create index student_loan_school on student_loan (academic_year, school_code);

create table university_event (
  id         uuid        primary key,
  subject    text        not null check (subject in ('freshman-grant', 'student-loan')),
  subject_id uuid        not null,
  version    bigint      not null,
  occasion   text        not null,
  state      text        not null,
  reason     text,
  by_id      text        not null,
  by_name    text        not null,
  at         timestamptz not null
);
create index university_event_subject on university_event (subject_id, id);
create trigger university_event_append_only before update or delete or truncate on university_event
  for each statement execute function refuse_change();
revoke update, delete, truncate on university_event from ${app_role};

-- What universities gave our graduates themselves (HE-01 to HE-03 and the like); only recorded here.
create table university_aid (
  id            uuid        primary key,
  student_id    uuid        not null,
  university_id uuid        not null references university,
  programme     text        not null,
  academic_year integer     not null check (academic_year between 2000 and 2100),
  amount_fen    bigint      not null check (amount_fen > 0),
  source        text        not null,
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null,
  unique (student_id, programme, academic_year)
);
create trigger university_aid_append_only before update or delete or truncate on university_aid
  for each statement execute function refuse_change();
revoke update, delete, truncate on university_aid from ${app_role};

-- June's publicity at each school with graduates (S142): that it was done, when, by whom, with evidence.
create table university_publicity (
  id            uuid        primary key,
  school_code   text        not null,
  year          integer     not null check (year between 2000 and 2100),
  done_on       date        not null,
  done_by       text        not null,
  what          text        not null,
  recorded_by   text        not null,
  recorded_name text        not null,
  recorded_at   timestamptz not null
);
create index university_publicity_school on university_publicity (year, school_code);
create trigger university_publicity_append_only before update or delete or truncate on university_publicity
  for each statement execute function refuse_change();
revoke update, delete, truncate on university_publicity from ${app_role};

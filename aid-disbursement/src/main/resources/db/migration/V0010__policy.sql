-- What policy grants, as dated data: programmes, rates, who is entitled, what goes together. Amounts are fen per semester.
create function semester_first_day(code text) returns date language sql immutable strict as $$
  select make_date(left(code, 4)::int, case right(code, 6) when 'spring' then 3 else 9 end, 1)
$$;

-- Provenance: PLAN = the county's plan, PUBLIC = public material, LOCAL = to be confirmed and kept by the bureau.
create table document (
  code       text primary key,
  title_zh   text not null,
  title_en   text not null,
  issued_on  date,
  provenance text not null check (provenance in ('PLAN', 'PUBLIC', 'LOCAL'))
);

create table programme (
  code           text primary key,
  name_zh        text not null,
  name_en        text not null,
  form           text not null check (form in ('CASH_CARD', 'FEE_WAIVER', 'IN_KIND', 'RECORD_ONLY')),
  payer          text not null check (payer in ('COUNTY', 'PROVINCE', 'CENTRE', 'SCHOOL', 'POVERTY_OFFICE', 'UNIVERSITY', 'DONOR')),
  waives         text[] not null default '{}',
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  effective_to   text check (effective_to ~ '^20\d\d-(spring|autumn)$'),
  document       text not null references document,
  note           text
);
comment on column programme.waives is 'fee items this programme waives: TUITION, BOARDING_FEE, TEXTBOOKS, MISC_FEE';

create table policy_set (
  version        text primary key,
  name_zh        text not null,
  name_en        text not null,
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  effective_to   text check (effective_to ~ '^20\d\d-(spring|autumn)$'),
  state          text not null check (state in ('DRAFT', 'APPROVED', 'IN_FORCE', 'RETIRED')),
  revision       bigint not null default 1 check (revision > 0)
);
create unique index policy_set_in_force on policy_set (effective_from) where state = 'IN_FORCE';

-- The rate of a semester is the one with the latest beginning not after it. Rows are only added.
create table rate (
  id             uuid primary key default uuidv7(),
  programme      text not null references programme,
  rate_key       text not null,
  amount_fen     bigint check (amount_fen > 0),
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  scope          text not null default 'COUNTY' check (scope in ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
  document       text not null references document,
  added_by       text not null default 'system:seed',
  unique (programme, rate_key, effective_from)
);
comment on column rate.amount_fen is 'per semester; null = a waiver at the school''s own charge';

-- Rules of one programme are alternatives; the first that holds, by rank, names the rate and the reason.
create table eligibility_rule (
  id             uuid primary key default uuidv7(),
  policy_version text not null references policy_set,
  programme      text not null references programme,
  rank           integer not null,
  effective_from text not null check (effective_from ~ '^20\d\d-(spring|autumn)$'),
  effective_to   text check (effective_to ~ '^20\d\d-(spring|autumn)$'),
  stages         text[] not null check (cardinality(stages) > 0),
  boarding       boolean,
  min_grade      integer check (min_grade >= 0),
  max_grade      integer check (max_grade >= min_grade),
  levels         text[],
  scope          text not null check (scope in ('ANY_IDENTIFIED', 'FOUR_CATEGORIES', 'LISTED_CATEGORIES')),
  categories     text[] not null default '{}',
  rate_key       text not null,
  reason_code    text not null,
  reason_zh      text not null,
  reason_en      text not null,
  document       text not null references document,
  check ((scope = 'LISTED_CATEGORIES') = (cardinality(categories) > 0)),
  unique (policy_version, programme, rank)
);

create table combination_rule (
  policy_version text not null references policy_set,
  code           text not null,
  kind           text not null check (kind in ('PAIR', 'SAME_WAIVER')),
  kept           text references programme,
  dropped        text references programme,
  verdict        text not null check (verdict in ('EXCLUDE', 'ALLOW')),
  enabled        boolean not null default true,
  text_zh        text not null,
  text_en        text not null,
  document       text not null references document,
  primary key (policy_version, code),
  check ((kind = 'PAIR') = (kept is not null and dropped is not null))
);

-- The application adds rates and counts the set's revision up; everything else of a set changes by a new version.
revoke insert, update, delete on document, programme, eligibility_rule, combination_rule from ${app_role};
revoke update, delete on rate from ${app_role};
revoke insert, delete, update on policy_set from ${app_role};
grant update (revision) on policy_set to ${app_role};
create trigger rate_append_only before update or delete or truncate on rate
  for each statement execute function refuse_change();
